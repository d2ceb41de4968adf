import type { RefundReconciliationDTO } from "../../types"
import type { Translate } from "./error-text"
import { localeOf } from "./locale"

type Counts = Pick<
  RefundReconciliationDTO,
  "imported" | "changed" | "resolved" | "drift"
>
type Progress = Pick<
  RefundReconciliationDTO,
  "lane" | "refunds_read" | "payments_read"
>

/** A moment as the merchant's language writes it: "Aug 1, 2026, 10:00 AM". */
export const whenText = (moment: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    dateStyle: "medium",
    timeStyle: "short",
  }).format(new Date(moment))

export const numberText = (value: number, language: string): string =>
  new Intl.NumberFormat(localeOf(language)).format(value)

/** What a run came to, in one line. */
export const countsText = (
  { imported, changed, resolved, drift }: Counts,
  t: Translate,
  language: string
): string =>
  t("refundReconciliation.counts", {
    imported: numberText(imported, language),
    changed: numberText(changed, language),
    resolved: numberText(resolved, language),
    drift: numberText(drift, language),
  })

/** What a run is doing now, and how far it is. */
export const progressText = (
  { lane, refunds_read, payments_read }: Progress,
  t: Translate,
  language: string
): string =>
  t("refundReconciliation.progress", {
    lane: t(`refundReconciliation.lane.${lane ?? "starting"}`),
    refunds: numberText(refunds_read, language),
    payments: numberText(payments_read, language),
  })
