import { type Refusal, refuse } from "../errors"
import type { Currency } from "../money/currency"
import { add, decimal, negate } from "../money/exact-decimal"
import {
  formatPayable,
  type Payable,
  payableAsTaken,
  readRequestedAmount,
} from "../money/money"
import type { OrderSnapshot, PaymentBalance, RefundRequest } from "./plan-types"

/** What a payment still holds. */
export type PaymentFunds = { payment: PaymentBalance; left: Payable }

/** What one payment gives to a refund. */
export type PaymentDraw = PaymentFunds & { amount: Payable }

type InCurrency = Pick<PaymentBalance, "currency_code">

/** Whether a payment is in another currency than its order. */
export const isForeign = (
  order: Pick<OrderSnapshot, "currency_code">,
  { currency_code = order.currency_code }: InCurrency
): boolean => currency_code !== order.currency_code

/**
 * Captured less everything refunded or reserved, per payment, never below zero.
 * A payment in another currency holds nothing that the order's numbers could say.
 */
export const paymentFunds = (
  order: OrderSnapshot,
  currency: Currency
): PaymentFunds[] =>
  order.payments.map((payment) => {
    if (isForeign(order, payment)) {
      return { payment, left: 0n }
    }
    const left =
      payableAsTaken(payment.captured, currency) -
      payableAsTaken(payment.refunded, currency) -
      payableAsTaken(payment.reserved, currency)
    return { payment, left: left > 0n ? left : 0n }
  })

/** What all payments hold that can be refunded now, or that are blocked. */
export const fundsTotal = (
  funds: PaymentFunds[],
  refundable: boolean
): Payable =>
  funds
    .filter(({ payment }) => payment.refundable === refundable)
    .reduce((sum, { left }) => sum + left, 0n)

/** In order of capture, each up to what it still holds; blocked ones are left out. */
export function drawInOrder(
  funds: PaymentFunds[],
  total: Payable
): PaymentDraw[] {
  let missing = total
  return funds.flatMap(({ payment, left }) => {
    const amount = !payment.refundable ? 0n : left < missing ? left : missing
    missing -= amount
    return amount > 0n ? [{ payment, left, amount }] : []
  })
}

/** The payments in another currency that still hold something. */
export const foreignPayments = (
  order: Pick<OrderSnapshot, "currency_code" | "payments">
): PaymentBalance[] =>
  order.payments.filter(
    (payment) =>
      isForeign(order, payment) &&
      add(
        decimal(payment.captured),
        negate(add(decimal(payment.refunded), decimal(payment.reserved)))
      ).units > 0n
  )

/** The refusal for money in another currency: 110 USD are not 110 EUR. */
export const inOtherCurrency = (
  {
    order_id,
    currency_code,
  }: Pick<OrderSnapshot, "order_id" | "currency_code">,
  payments: (InCurrency & { id: string })[],
  details: Record<string, unknown> = {}
): Refusal => {
  const paid = payments.map(
    (payment) =>
      `${payment.id} is in ${(payment.currency_code ?? currency_code).toUpperCase()}`
  )
  return refuse(
    "payment_currency_mismatch",
    `${paid.join(", ")}, and ${order_id} is in ${currency_code.toUpperCase()}: what the order costs says nothing about that money. Give it back at the payment provider.`,
    { payment_ids: payments.map(({ id }) => id), ...details }
  )
}

type Draws = { ok: true; draws: PaymentDraw[] } | Refusal

/** The payments that the merchant chose; they must add up to the total. */
export function drawAsChosen(
  order: OrderSnapshot,
  chosen: NonNullable<RefundRequest["payments"]>,
  funds: PaymentFunds[],
  total: Payable,
  currency: Currency
): Draws {
  const draws: PaymentDraw[] = []
  for (const [index, choice] of chosen.entries()) {
    const field = `payments.${index}.amount`
    const amount = readRequestedAmount(choice.amount, currency, field)
    if (!amount.ok) {
      return amount
    }
    const source = funds.find(({ payment }) => payment.id === choice.payment_id)
    if (source && isForeign(order, source.payment)) {
      return inOtherCurrency(order, [source.payment], { field })
    }
    const refusal = checkDraw(choice.payment_id, source, amount.amount, draws, {
      currency,
      field,
    })
    if (refusal) {
      return refusal
    }
    draws.push({ ...(source as PaymentFunds), amount: amount.amount })
  }
  const sum = draws.reduce((all, { amount }) => all + amount, 0n)
  return sum === total
    ? { ok: true, draws }
    : refuse(
        "invalid_amount",
        `The chosen payments give ${formatPayable(sum, currency)}, the refund is ${formatPayable(total, currency)}. Make them equal.`,
        { field: "payments" }
      )
}

function checkDraw(
  id: string,
  source: PaymentFunds | undefined,
  amount: Payable,
  earlier: PaymentDraw[],
  { currency, field }: { currency: Currency; field: string }
): Refusal | null {
  if (!source) {
    return refuse(
      "amount_exceeds_payment",
      `${id} is not a payment of this order.`,
      { field, payment_id: id, largest_amount: formatPayable(0n, currency) }
    )
  }
  if (earlier.some(({ payment }) => payment.id === id)) {
    return refuse("duplicate_item", `${id} is chosen twice. Choose it once.`, {
      field,
      payment_id: id,
    })
  }
  if (!source.payment.refundable) {
    return refusePayments([source], field)
  }
  return amount > source.left
    ? refuse(
        "amount_exceeds_payment",
        `${id} still holds ${formatPayable(source.left, currency)}, less than ${formatPayable(amount, currency)}.`,
        {
          field,
          payment_id: id,
          largest_amount: formatPayable(source.left, currency),
        }
      )
    : null
}

/** The refusal for payments that cannot be refunded now. */
export function refusePayments(funds: PaymentFunds[], field?: string): Refusal {
  const payments = funds.map(({ payment }) => payment)
  const missing = payments.filter(({ provider_missing }) => provider_missing)
  return missing.length
    ? providerMissing(missing, field)
    : disputed(payments, field)
}

/** The same refusal for one payment, outside of a plan. */
export const paymentRefusal = (payment: PaymentBalance): Refusal["error"] =>
  refusePayments([{ payment, left: 0n }]).error

/** The refusal for money that only a provider can move which is not there. */
export const providerMissing = (
  payments: { id: string; provider_id: string }[],
  field?: string
): Refusal => {
  const names = payments.map(({ id, provider_id }) => `${id} (${provider_id})`)
  return refuse(
    "payment_provider_missing",
    `The payment provider of ${names.join(", ")} is not in this store any more, so its money cannot be moved here. Add the provider to medusa-config.ts again, or give the money back at the provider itself.`,
    {
      payment_ids: payments.map(({ id }) => id),
      ...(field ? { field } : {}),
    }
  )
}

/** The refusal for money that a dispute holds back, or took for good. */
const disputed = (payments: PaymentBalance[], field?: string): Refusal => {
  const ids = payments.map(({ id }) => id)
  const lost = payments.every(({ dispute }) => dispute?.status === "lost")
  const disputes = payments.flatMap(({ dispute }) => dispute?.id ?? [])
  return refuse(
    "payment_disputed",
    lost
      ? `The dispute of ${ids.join(", ")} was lost: the money went back through the customer's bank and cannot be refunded once more.`
      : `${ids.join(", ")} is disputed and cannot be refunded while Stripe holds the money. Answer the dispute first.`,
    {
      payment_ids: ids,
      ...(disputes.length ? { dispute_ids: disputes } : {}),
      ...(field ? { field } : {}),
    }
  )
}
