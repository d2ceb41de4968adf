import { isRefusal, type AdminApiError } from "./admin-api-error"
import { formatMoney } from "./format-money"

/** The part of i18next that the texts need. */
export type Translate = (key: string, values?: Record<string, string>) => string

/** Why there is no preview. */
export const previewErrorText = (
  error: Error,
  currency: string,
  t: Translate
): string =>
  isRefusal(error)
    ? refusalText(error, currency, t)
    : t("refunds.drawer.noPreview")

/** What became of a refund that was sent, and what to do. */
export function submissionErrorText(
  error: Error,
  seen: { amount: string; currency: string },
  t: Translate
): string {
  if (!isRefusal(error)) {
    return t("refunds.drawer.lost")
  }
  if (error.body.code !== "plan_changed") {
    return refusalText(error, seen.currency, t)
  }
  const now = newAmount(error.body.details)
  return now === undefined || now === seen.amount
    ? t("refunds.drawer.changed")
    : t("refunds.drawer.changedAmount", {
        before: formatMoney(seen.amount, seen.currency),
        after: formatMoney(now, seen.currency),
      })
}

/** What became of an action on a refund, and what to do. */
export const actionErrorText = (
  error: Error,
  currency: string,
  t: Translate
): string =>
  isRefusal(error) ? refusalText(error, currency, t) : t("refunds.action.lost")

/**
 * The server's words; but what its field names mean to a caller of the API, the
 * drawers' own buttons mean here.
 */
function refusalText(
  { body: { code, details }, message }: AdminApiError,
  currency: string,
  t: Translate
): string {
  if (code === "refund_reason_not_found") {
    return t("refunds.drawer.reasonGone")
  }
  const largest = details?.largest_amount
  // A payment that is named is no matter of the whole form.
  if (
    code !== "amount_exceeds_payment" ||
    typeof largest !== "string" ||
    details?.payment_id
  ) {
    return message
  }
  const isAssignment = Boolean(details?.order_refund_id)
  return t(
    isAssignment ? "refunds.assign.tooMuch" : "refunds.drawer.exceedsPayments",
    { amount: formatMoney(largest, currency) }
  )
}

/** `plan_changed` comes with the plan as it is now. */
function newAmount(
  details: Record<string, unknown> | undefined
): string | undefined {
  const plan = details?.refund_plan
  return typeof plan === "object" &&
    plan !== null &&
    "amount" in plan &&
    typeof plan.amount === "string"
    ? plan.amount
    : undefined
}
