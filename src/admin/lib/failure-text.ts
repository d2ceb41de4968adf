import type { OrderRefundDTO, RefundTransactionDTO } from "../../types"
import { isAboveZero } from "./format-money"
import type { Translate } from "./error-text"

type Failure = Pick<RefundTransactionDTO, "failure_code" | "failure_reason">

/**
 * Why money did not arrive: Stripe's reasons, and ours for what never went out.
 * Source: docs.stripe.com/refunds (failed refunds)
 */
const KNOWN = [
  "lost_or_stolen_card",
  "expired_or_canceled_card",
  "charge_for_pending_refund_disputed",
  "insufficient_funds",
  "declined",
  "merchant_request",
  "never_sent",
  "not_executed",
] as const

const CARD_GONE: readonly (string | null)[] = [
  "lost_or_stolen_card",
  "expired_or_canceled_card",
]

/** Whether trying again would send the money where it cannot arrive. */
export const isCardGone = (refund: OrderRefundDTO): boolean =>
  failuresOf(refund).some(({ failure_code }) =>
    CARD_GONE.includes(failure_code)
  )

/** What happened to the money, and what to do next. */
export function failureText(failure: Failure, t: Translate): string {
  const code = KNOWN.find((each) => each === failure.failure_code)
  if (code) {
    return t(`refunds.failure.${code}`)
  }
  const words = ownWords(failure)
  return words
    ? t("refunds.failure.provider", { reason: sentence(words) })
    : t("refunds.failure.unknown")
}

/** Stripe gives a code for its reason; "unknown" tells the merchant nothing. */
function ownWords({ failure_code, failure_reason }: Failure): string {
  const words = failure_reason?.trim() ?? ""
  if (words !== failure_code) {
    return words
  }
  return words === "unknown" ? "" : words.replaceAll("_", " ")
}

/** The next step follows it. */
const sentence = (words: string): string =>
  /[.!?]$/.test(words) ? words : `${words}.`

/**
 * The transactions to explain: those that left the customer without money, and
 * that nothing has taken the place of.
 */
export const failuresOf = ({
  failed_amount,
  transactions,
}: Pick<
  OrderRefundDTO,
  "failed_amount" | "transactions"
>): RefundTransactionDTO[] =>
  isAboveZero(failed_amount)
    ? transactions.filter(
        ({ status, superseded_at }) =>
          (status === "failed" || status === "canceled") && !superseded_at
      )
    : []
