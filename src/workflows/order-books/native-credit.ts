import {
  booksToWrite,
  type Decimal,
  isMedusasOwn,
  maximum,
  type MedusaOrder,
  minimum,
  orderGoods,
  type OrderRefundRecord,
  OUR_REFERENCES,
  payableOrNothing,
  subtract,
  sum,
} from "../../domain"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** What an order's books say of one native refund. */
export type NativeCredit = {
  /** The credit line that Medusa wrote: only for what the order did not owe. */
  written: Decimal
  /** What the order seemed to owe, but one of our refunds was about to pay. */
  missing: Decimal
}

/**
 * How much of Medusa's own refund it wrote a credit line for. Its credit lines
 * name no refund, so this is what they add up to, less what its earlier refunds
 * account for.
 *
 * Medusa takes no lock: where our books are written through its modules, the order
 * seems to owe our refund between our credit line and our order transaction, and a
 * native refund pays that. The customer would then owe it; the missing credit line
 * is ours to write.
 *
 * Source: @medusajs/core-flows/dist/payment/workflows/refund-payment.js, whose
 * credit line names the refund reason or else the payment collection.
 */
export async function nativeCredit(
  container: MedusaContainer,
  order: MedusaOrder,
  recorded: OrderRefundRecord[],
  amount: Decimal
): Promise<NativeCredit> {
  const reasons = await container
    .resolve(Modules.PAYMENT)
    .listRefundReasons({}, { withDeleted: true, take: null })
  const names = new Set<string | null>([
    ...order.payments.map((payment) => payment.payment_collection_id),
    ...reasons.map((reason) => (reason as { code?: string }).code ?? null),
  ])
  const lines = order.credit_lines
    .filter(
      ({ reference, reference_id }) =>
        !OUR_REFERENCES.includes(reference) && names.has(reference_id)
    )
    .map((line) => line.amount)
  const accounted = recorded
    .filter(isMedusasOwn)
    .map((refund) => refund.native_credit)
  const left = subtract(sum(...lines), sum(...accounted))
  const written = maximum("0", minimum(left, amount))
  const outstanding = subtract(amount, written)
  const missing = maximum(
    "0",
    minimum(outstanding, pendingAfter(order, recorded))
  )
  return {
    written,
    missing: payableOrNothing(missing, order),
  }
}

/** What the customer will owe when the books of our refunds are written. */
const pendingAfter = (order: MedusaOrder, refunds: OrderRefundRecord[]) => {
  const goods = orderGoods(order, refunds)
  return refunds
    .filter(({ booked_at }) => !booked_at)
    .reduce<Decimal>((pending, refund) => {
      const { credit, payouts } = booksToWrite(
        refund,
        order,
        goods.of(refund.id)
      )
      return sum(
        subtract(pending, credit),
        ...payouts.missing.map(({ amount }) => amount)
      )
    }, order.pending_difference)
}
