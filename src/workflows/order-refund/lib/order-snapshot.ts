import { MathBN } from "@medusajs/framework/utils"
import {
  currencyOf,
  formatPayable,
  fromMinorUnits,
  hasMoved,
  isReserved,
  lineWithoutUnits,
  overdueMethod,
  payableAsTaken,
  smallestAmount,
  withoutNoise,
  type Decimal,
  type OrderSnapshot,
  type PaymentBalance,
  type RefundedLine,
} from "../../../domain"
import {
  RELEASE_REFERENCE,
  type MedusaOrder,
  type MedusaOrderPayment,
} from "../../../ledger"
import type {
  OrderRefundRecord,
  PaymentDisputeRecord,
} from "../../../modules/refunds/types"
import { paymentMethodType } from "../../../stripe"
import { blockingDispute } from "./blocking-dispute"
import { claimOnOwed, payableOrNothing } from "./books-to-write"
import type { OrderGoods } from "./order-goods"
import type { Gateway } from "../../common/refunds-module"
import { unpaidGoods } from "./unpaid-goods"

/**
 * Joins Medusa's books and our records into what the planner needs.
 *
 * Our records must have been read first: a native refund row of ours is then
 * known by its id and counted once, as ours.
 */
export function orderSnapshot(
  order: MedusaOrder,
  orderRefunds: OrderRefundRecord[],
  disputes: PaymentDisputeRecord[],
  goods: OrderGoods,
  gatewayOf: (providerId: string) => Gateway
): OrderSnapshot {
  const open = orderRefunds.filter(({ released_at }) => !released_at)
  const history = refundHistory(order, open, goods)
  return {
    order_id: order.id,
    currency_code: order.currency_code,
    canceled: order.canceled,
    has_active_change: order.active_change !== null,
    ...openAmounts(order, orderRefunds, goods),
    items: order.items.map((item) => ({
      ...item,
      returned_quantity: goods.returnedOf(item),
      came_back_quantity: item.returned_quantity,
    })),
    shipping_methods: order.shipping_methods,
    payments: order.payments.map((payment) =>
      paymentBalance(
        payment,
        orderRefunds,
        disputes.filter(({ payment_id }) => payment_id === payment.id),
        gatewayOf(payment.provider_id)
      )
    ),
    ...history,
  }
}

function paymentBalance(
  payment: MedusaOrderPayment,
  orderRefunds: OrderRefundRecord[],
  disputes: PaymentDisputeRecord[],
  gateway: Gateway
): PaymentBalance {
  const currency = currencyOf(payment.currency_code)
  const ours = orderRefunds
    .flatMap(({ transactions }) => transactions)
    .filter(
      ({ payment_id, method }) =>
        payment_id === payment.id && method === "gateway"
    )
  const ourRows = new Set(ours.map(({ medusa_refund_id }) => medusa_refund_id))
  const native = payment.refunds
    .filter(({ id }) => !ourRows.has(id))
    .map(({ amount }) =>
      formatPayable(payableAsTaken(amount, currency), currency)
    )
  const moved = ours.filter(({ status }) => hasMoved(status))
  const reserved = ours.filter(({ status }) => isReserved(status))
  const dispute = blockingDispute(disputes)
  // Lost in part: Stripe still refunds the rest.
  const lost = dispute ? [] : disputes.filter(({ status }) => status === "lost")
  return {
    id: payment.id,
    provider_id: payment.provider_id,
    currency_code: payment.currency_code,
    captured: capturedAmount(payment, gateway === "stripe"),
    refunded: sum([...native, ...moved.map(({ amount }) => amount)]),
    reserved: sum([
      payment.held ?? "0",
      ...[...reserved, ...lost].map(({ amount }) => amount),
    ]),
    refundable: !dispute && gateway !== "missing",
    ...(gateway === "missing" ? { provider_missing: true } : {}),
    overdue_method: overdueMethod(
      gateway === "stripe" ? paymentMethodType(payment.data) : null,
      payment.captured_at,
      new Date()
    ),
    ...(dispute ? { dispute: { id: dispute.id, status: dispute.status } } : {}),
  }
}

/**
 * What was really taken: `amount_received` of the payment intent, where Medusa
 * has it, else the capture as the provider rounds it. Medusa's own figure is
 * not rounded (92.3843). Where the intent serves several payments, each took its
 * own part of it.
 */
function capturedAmount(
  { amount, captured, currency_code, data }: MedusaOrderPayment,
  atStripe: boolean
): Decimal {
  const currency = currencyOf(currency_code)
  const received = data.amount_received
  if (
    atStripe &&
    MathBN.gt(captured, 0) &&
    typeof received === "number" &&
    Number.isSafeInteger(received) &&
    received > 0
  ) {
    const taken = fromMinorUnits(BigInt(received), currency_code)
    const part = formatPayable(payableAsTaken(amount, currency), currency)
    return MathBN.gt(MathBN.sub(taken, part), smallestAmount(currency_code))
      ? part
      : taken
  }
  return formatPayable(payableAsTaken(captured, currency), currency)
}

/** What came back of units that are still on the order, and of others. */
function refundHistory(
  order: MedusaOrder,
  open: OrderRefundRecord[],
  goods: OrderGoods
) {
  const known = new Set(
    [...order.items, ...order.shipping_methods].map(({ id }) => id)
  )
  const refunded_lines: RefundedLine[] = []
  const removed: Decimal[] = []
  for (const refund of open) {
    for (const line of refund.lines) {
      const line_id = line.item_id ?? line.shipping_method_id
      if (
        !line_id ||
        (line.kind !== "item" && line.kind !== "shipping") ||
        isTakenOff(refund, line, goods)
      ) {
        continue
      }
      const left = known.has(line_id)
        ? lineWithoutUnits(
            {
              kind: line.kind,
              line_id,
              quantity: line.quantity,
              amount: line.amount,
              tax_lines: line.tax_lines,
            },
            goods.matched.filter(
              (each) => each.line_id === line.id && each.kind === "removed"
            ),
            order.currency_code
          )
        : null
      removed.push(MathBN.sub(line.amount, left?.amount ?? 0).toFixed())
      if (left) {
        refunded_lines.push(left)
      }
    }
  }
  const others = sum(removed)
  const own = open.map((refund) => takenOff(refund, order, goods))
  // What released lines cost more than was released is in no capture.
  const released = order.credit_lines
    .filter(({ reference }) => reference === RELEASE_REFERENCE)
    .map(({ amount }) => amount)
  return {
    refunded_lines,
    removed_amount: sum([others, ...own.map(({ amount }) => amount)]),
    removed_value: MathBN.sub(
      sum([others, ...own.map(({ value }) => value)]),
      sum(released)
    ).toFixed(),
  }
}

const isTakenOff = (
  { id }: OrderRefundRecord,
  { restock, item_id }: OrderRefundRecord["lines"][number],
  goods: OrderGoods
): boolean =>
  restock === "cancel" && item_id !== null && goods.isCancelled(id, item_id)

/**
 * What a refund's units that left the order cost exactly, and what that is in
 * money: what was refunded for them, unless that was less on purpose. What was
 * kept back then is not paid out by the units that stay.
 */
function takenOff(
  refund: OrderRefundRecord,
  order: MedusaOrder,
  goods: OrderGoods
): { amount: Decimal; value: Decimal } {
  const lines = refund.lines.filter((line) => isTakenOff(refund, line, goods))
  const amount = sum(lines.map((line) => line.amount))
  const value = sum(
    order.goods
      .filter(
        ({ kind, order_refund_id }) =>
          kind === "removed" && order_refund_id === refund.id
      )
      .map((change) => change.value ?? "0")
  )
  const currency = currencyOf(order.currency_code)
  const cents = MathBN.mult(formatPayable(1n, currency), lines.length)
  return MathBN.lt(MathBN.abs(MathBN.sub(amount, value)), cents)
    ? { amount, value }
    : {
        amount: formatPayable(payableAsTaken(value, currency), currency),
        value,
      }
}

/**
 * What the order owes and no order refund of ours claims; and what the customer
 * has to pay. A refund that failed hides what an edit added: that much is due of
 * the goods, if nobody paid for them. Where Medusa's own button has paid what
 * failed, the claim alone would be mistaken for a debt.
 *
 * Less than anybody can pay is neither: of a charge of 29.97 for 29.965 the order
 * keeps 0.005, which is no cent to give back.
 */
function openAmounts(
  order: MedusaOrder,
  all: OrderRefundRecord[],
  goods: OrderGoods
): { owed: Decimal; due: Decimal } {
  const { pending_difference: open } = order
  const pending = MathBN.add(
    open,
    sum(all.map((refund) => claimOnOwed(refund, order, goods.of(refund.id))))
  )
  const payable = (amount: ReturnType<typeof MathBN.add>) =>
    payableOrNothing(withoutNoise(MathBN.max(0, amount).toFixed()), order)
  return {
    owed: payable(MathBN.mult(pending, -1)),
    due: payable(
      MathBN.max(
        MathBN.lt(open, pending) ? open : pending,
        MathBN.min(pending, unpaidGoods(order))
      )
    ),
  }
}

const sum = (amounts: Decimal[]): Decimal => MathBN.sum(0, ...amounts).toFixed()
