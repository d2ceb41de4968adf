import { Button, Container, Heading, Text } from "@medusajs/ui"
import { useRef } from "react"
import { useTranslation } from "react-i18next"
import { useRefundCheck } from "../hooks/use-refund-check"
import { refusalOr } from "../lib/reconciliation-error"
import { numberText } from "../lib/reconciliation-text"
import { canRepair } from "../lib/refund-check"
import { RefundCheckFindings } from "./refund-check-findings"

/** Checks the books of every order, and mends what can be mended. */
export function RefundCheckSection() {
  const { t, i18n } = useTranslation()
  const { check, mutate, isPending, isError, error } = useRefundCheck()
  const findings = check?.findings ?? []
  const counts = {
    orders: numberText(check?.orders ?? 0, i18n.language),
    findings: numberText(findings.length, i18n.language),
  }
  const state = isPending ? "running" : isError ? "stopped" : "done"
  const start = useRef<HTMLButtonElement>(null)
  const run = (repair: boolean) => {
    if (!isPending) {
      mutate(repair)
      // The other button goes away, and the focus must not go with it.
      start.current?.focus()
    }
  }
  return (
    <Container className="overflow-hidden p-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-6 py-4">
        <div>
          <Heading level="h2">{t("refundReconciliation.check.title")}</Heading>
          <Text size="small" className="text-ui-fg-subtle">
            {t("refundReconciliation.check.description")}
          </Text>
        </div>
        <div className="flex gap-x-2">
          {!isPending && canRepair(findings) && (
            <Button size="small" onClick={() => run(true)}>
              {t("refundReconciliation.check.repair")}
            </Button>
          )}
          {/* It stays in the tab order, so that the focus is not lost on it. */}
          <Button
            ref={start}
            size="small"
            variant="secondary"
            aria-disabled={isPending}
            className={isPending ? "cursor-not-allowed opacity-50" : undefined}
            onClick={() => run(false)}
          >
            {t("refundReconciliation.check.start")}
          </Button>
        </div>
      </div>
      <div role="status" className={check ? "px-6 pb-4" : undefined}>
        {check && (
          <Text size="small">
            {t(`refundReconciliation.check.${state}`, counts)}
          </Text>
        )}
      </div>
      {isError && (
        <Text size="small" role="alert" className="text-ui-fg-error px-6 pb-4">
          {refusalOr(t("refundReconciliation.check.failed"), error)}
        </Text>
      )}
      <RefundCheckFindings findings={findings} />
    </Container>
  )
}
