import { Button, Container, Heading, Text } from "@medusajs/ui"
import type { RefObject } from "react"
import { useTranslation } from "react-i18next"
import type { RefundReconciliationDTO } from "../../types"
import { useReconciliationStart } from "../hooks/use-reconciliation-start"
import { isRunning } from "../lib/reconciliation-status"
import { ReconciliationProgress } from "./reconciliation-progress"

type Props = {
  /** Takes the focus when what had it is gone. */
  top: RefObject<HTMLDivElement>
  latest: RefundReconciliationDTO | undefined
  onStarted: () => void
}

/** What the page is for, and the button that does it now. */
export function ReconciliationHeader({ top, latest, onStarted }: Props) {
  const { t } = useTranslation()
  const start = useReconciliationStart(onStarted)
  const isBusy = start.isPending || isRunning(latest)
  return (
    <Container className="flex flex-col gap-y-3 px-6 py-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div ref={top} tabIndex={-1}>
          <Heading>{t("refundReconciliation.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("refundReconciliation.description")}
          </Text>
        </div>
        {/* It stays in the tab order, so that the focus is not lost on it. */}
        <Button
          size="small"
          aria-disabled={isBusy}
          className={isBusy ? "cursor-not-allowed opacity-50" : undefined}
          onClick={() => !isBusy && start.mutate()}
        >
          {t("refundReconciliation.start")}
        </Button>
      </div>
      <ReconciliationProgress latest={latest} />
    </Container>
  )
}
