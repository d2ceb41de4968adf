import { Button, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** What stands where data is still on its way. */
export function ReconciliationLoading() {
  const { t } = useTranslation()
  return (
    <div
      className="flex flex-col gap-y-3 px-6 py-4"
      role="status"
      aria-label={t("refundReconciliation.loading")}
    >
      <Skeleton className="h-10 w-full rounded-md" />
      <Skeleton className="h-10 w-full rounded-md" />
    </div>
  )
}

/** What stands where data could not be read. */
export function ReconciliationFailed({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col items-start gap-y-2 px-6 py-4" role="alert">
      <Text size="small">{t("refundReconciliation.loadFailed")}</Text>
      <Button size="small" variant="secondary" onClick={onRetry}>
        {t("refundReconciliation.retry")}
      </Button>
    </div>
  )
}

/** What stands where there is nothing to show. */
export function ReconciliationEmpty({ text }: { text: string }) {
  return (
    <Text size="small" className="text-ui-fg-subtle px-6 py-4">
      {text}
    </Text>
  )
}
