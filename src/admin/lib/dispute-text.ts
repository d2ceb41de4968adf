import type { AdminOrderRefundsResponse, PaymentDisputeDTO } from "../../types"
import type { Translate } from "./error-text"
import { formatMoney } from "./format-money"

/** Stripe's reasons for a dispute. Source: docs.stripe.com/disputes/categories */
const REASONS = [
  "bank_cannot_process",
  "check_returned",
  "credit_not_processed",
  "customer_initiated",
  "debit_not_authorized",
  "duplicate",
  "fraudulent",
  "general",
  "incorrect_account_details",
  "insufficient_funds",
  "noncompliant",
  "product_not_received",
  "product_unacceptable",
  "subscription_canceled",
  "unrecognized",
] as const

type Payments = Pick<AdminOrderRefundsResponse["payments"][number], "dispute">[]

/** The disputes that keep money from being refunded, or that took it. */
export const disputesToShow = (payments: Payments): PaymentDisputeDTO[] =>
  payments.flatMap(({ dispute }) =>
    dispute && (dispute.status === "lost" || isOpen(dispute)) ? [dispute] : []
  )

/** Stripe lets a payment be refunded during an inquiry, and once it is won. */
const isOpen = ({ status, refundable }: PaymentDisputeDTO): boolean =>
  !refundable && status !== "won"

/** What a dispute means for refunds. */
export function disputeText(
  { status, reason, amount, currency_code }: PaymentDisputeDTO,
  t: Translate
): string {
  const money = formatMoney(amount, currency_code)
  return status === "lost"
    ? t("refunds.dispute.lost", { amount: money })
    : t("refunds.dispute.open", {
        amount: money,
        reason: reasonText(reason, t),
      })
}

function reasonText(reason: string, t: Translate): string {
  const known = REASONS.find((each) => each === reason)
  return known
    ? t(`refunds.dispute.reason.${known}`)
    : reason.replaceAll("_", " ")
}
