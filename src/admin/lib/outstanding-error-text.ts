import type { AdminOrderRefundsResponse, OutstandingPlan } from "../../types"
import { AdminApiError } from "./admin-api-error"
import {
  previewErrorText,
  submissionErrorText,
  type Translate,
} from "./error-text"
import { formatMoney } from "./format-money"

/** Any status of a refusal: its code says which. */
const REFUSED = 409

type Errors = { outstanding: OutstandingPlan; submission: Error | null }

type Seen = {
  blocked: AdminOrderRefundsResponse["blocked"]
  currency: string
  /** What the button said. */
  amount: string
}

/** Why what is owed is not refunded; null where that stands elsewhere already. */
export function outstandingErrorText(
  { outstanding, submission }: Errors,
  { blocked, currency, amount }: Seen,
  t: Translate
): string | null {
  const error = submission ?? previewError(outstanding)
  if (!error) {
    return null
  }
  if (error instanceof AdminApiError) {
    const { code, details } = error.body
    // The widget says why the whole order is blocked.
    if (code === blocked?.code && code !== "nothing_to_refund") {
      return null
    }
    if (
      code === "amount_exceeds_payment" &&
      typeof details?.largest_amount === "string"
    ) {
      return t("refunds.outstanding.exceedsPayments", {
        amount: formatMoney(details.largest_amount, currency),
      })
    }
  }
  return submission
    ? submissionErrorText(submission, { amount, currency }, t)
    : previewErrorText(error, currency, t)
}

/** The error that the preview's own route would have answered with. */
function previewError({ refund_plan, refusal }: OutstandingPlan): Error | null {
  if (refund_plan) {
    return null
  }
  return refusal ? new AdminApiError(REFUSED, refusal) : new Error("no preview")
}
