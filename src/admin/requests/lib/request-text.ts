import type {
  AdminRefundRequestListResponse,
  RefundRequestDTO,
} from "../../../types"
import { dayText } from "./age-text"
import { unitsOf } from "./request-status"
import type { CountingTranslate } from "./translate"

type Summary = AdminRefundRequestListResponse["summary"]

/** "4 to decide, next payment due on 3 Aug 2026". */
export function summaryText(
  { undecided, next_due_at }: Summary,
  t: CountingTranslate,
  language: string
): string {
  const decide = undecided
    ? t("refundRequests.summary.undecided", { count: undecided })
    : t("refundRequests.summary.none")
  return next_due_at
    ? t("refundRequests.summary.withDue", {
        decide,
        date: dayText(next_due_at, language),
      })
    : decide
}

/** "Request #3", "Withdrawal #4": what the law calls by its own name. */
export const requestTitle = (
  { kind, display_id }: Pick<RefundRequestDTO, "kind" | "display_id">,
  t: CountingTranslate
): string => t(`refundRequests.titleOf.${kind}`, { number: String(display_id) })

/**
 * "2 units". A withdrawal without lines is described in the customer's words, or is
 * from the whole order.
 */
export function unitsText(
  request: Pick<RefundRequestDTO, "lines" | "message">,
  t: CountingTranslate
): string {
  const count = unitsOf(request)
  if (count) {
    return t("refundRequests.units", { count })
  }
  return t(`refundRequests.${request.message ? "described" : "wholeOrder"}`)
}

/** The order as people name it; of a withdrawal, what the customer typed. */
export const orderName = ({
  order_number,
}: Pick<RefundRequestDTO, "order_number">): string =>
  `#${order_number.trim().replace(/^#\s*/, "")}`
