import { isRefusal } from "../../lib/admin-api-error"
import { submissionErrorText } from "../../lib/error-text"
import type { CountingTranslate } from "./translate"

/** The codes that have words of their own here. */
const CODES = [
  "refund_request_not_found",
  "refund_request_decided",
  "withdrawal_not_declinable",
  "order_not_found",
]

const ownText = (error: Error, t: CountingTranslate): string | null =>
  isRefusal(error) && error.body.code && CODES.includes(error.body.code)
    ? t(`refundRequests.error.${error.body.code}`)
    : null

/** Why an answer to a request was not taken, and what to do. */
export const requestErrorText = (error: Error, t: CountingTranslate): string =>
  ownText(error, t) ??
  (isRefusal(error) ? error.message : t("refundRequests.error.lost"))

/** Why an approval, which is a refund, was not made. */
export const approvalErrorText = (
  error: Error,
  seen: { amount: string; currency: string },
  t: CountingTranslate
): string => ownText(error, t) ?? submissionErrorText(error, seen, t)
