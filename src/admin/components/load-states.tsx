import { Button, Skeleton, Text } from "@medusajs/ui"
import { useTranslation } from "react-i18next"

/** What stands where data is still on its way. */
export const Loading = ({ label }: { label: string }) => (
  <div
    className="flex flex-col gap-y-3 px-6 py-4"
    role="status"
    aria-label={label}
  >
    <Skeleton className="h-1.5 w-full rounded-full" />
    <Skeleton className="h-10 w-full rounded-md" />
  </div>
)

/** What stands where data could not be read. */
export function LoadFailed(props: { text: string; onRetry: () => void }) {
  const { t } = useTranslation()
  return (
    <div className="flex flex-col items-start gap-y-2 px-6 py-4" role="alert">
      <Text size="small">{props.text}</Text>
      <Button
        type="button"
        size="small"
        variant="secondary"
        onClick={props.onRetry}
      >
        {t("refunds.retry")}
      </Button>
    </div>
  )
}
