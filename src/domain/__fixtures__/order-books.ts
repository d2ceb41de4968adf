import type { Found, OrderBooks } from "../books/findings/types"
import type { MedusaRefundRow } from "../books/medusa-order"
import { orderGoods } from "../books/order-goods"
import { orderSnapshot } from "../books/order-snapshot"
import type { AuditTrailEntry } from "../books/refund-records"
import type { StripeRefundState } from "../gateway/stripe-refund-state"
import { at, entry, order, payment, refund, transaction } from "./books"

/** A refund row of Medusa, as our refund of 10.00 writes it. */
export const row = (more: Partial<MedusaRefundRow> = {}): MedusaRefundRow => ({
  id: "ref_1",
  amount: "10",
  note: null,
  created_by: null,
  refund_reason_id: null,
  created_at: at(1),
  ...more,
})

/** What Stripe says of the movement that `transaction()` records. */
export const stripeRefund = ({
  status = "succeeded",
  failure_code = null,
  ...more
}: Partial<StripeRefundState> &
  Partial<
    Pick<StripeRefundState["outcome"], "status" | "failure_code">
  > = {}): StripeRefundState => ({
  id: "re_1",
  minor_amount: 1000n,
  refund_transaction_id: "reftrx_1",
  created: Date.parse(at(1)) / 1000,
  outcome: {
    kind: "accepted",
    status,
    stripe_refund_id: more.id ?? "re_1",
    failure_code,
  },
  currency_code: "eur",
  payment_intent: "pi_1",
  charge: "ch_1",
  metadata_order_id: "order_1",
  of_charge: null,
  ...more,
})

/** An entry of the trail of `refund()`: its movement's new state. */
export const trailEntry = (
  to_status: string | null,
  more: Partial<AuditTrailEntry> = {}
): AuditTrailEntry => ({
  id: "orefev_1",
  subject_id: "orref_1",
  request_id: "reftrx_1",
  actor: "system",
  action: "status",
  from_status: null,
  to_status,
  stripe_request_id: null,
  details: null,
  created_at: at(1),
  ...more,
})

/** Two T-shirts for 20.00; 10.00 of it were given back, and written down. */
export const paidBack = (more: Parameters<typeof order>[0] = {}) =>
  order({
    payments: [payment({ refunds: [row()] })],
    credit_lines: [entry("10", "order_refund")],
    transactions: [
      entry("20", "capture", "capt_1"),
      entry("-10", "refund", "ref_1"),
    ],
    ...more,
  })

/** The refund of it, with everything booked. */
export const bookedRefund = (more: Parameters<typeof refund>[0] = {}) =>
  refund({
    booked_at: at(2),
    transactions: [transaction({ booked_at: at(2) })],
    ...more,
  })

/**
 * The books of that order half an hour later: everybody says the same. What else
 * is known of an order and its refunds follows from the two.
 */
export function booksOf(more: Partial<OrderBooks> = {}): OrderBooks {
  const { order: ofOrder = paidBack(), refunds = [bookedRefund()] } = more
  const now = new Date(at(30))
  const goods = orderGoods(ofOrder, refunds)
  return {
    order: ofOrder,
    refunds,
    goods,
    snapshot: orderSnapshot(
      ofOrder,
      refunds,
      [],
      goods,
      () => ({ gateway: "stripe", method_type: "card" }),
      now
    ),
    unfinished: [],
    stored: {
      summary: {
        id: "ordsum_1",
        totals: {
          raw_current_order_total: { value: "10" },
          raw_paid_total: { value: "20" },
          raw_refunded_total: { value: "10" },
          raw_transaction_total: { value: "10" },
          raw_pending_difference: { value: "0" },
        },
      },
      collections: [{ id: "pay_col_1", refunded_amount: "10", rows: "10" }],
      captures: [
        { id: "capt_1", payment_id: "pay_1", amount: "20", created_at: at(0) },
      ],
    },
    stripe: new Map([["pay_1", [stripeRefund()]]]),
    unclear: new Map(),
    taken: new Map([["pay_1", { minor_amount: 2000n, currency_code: "eur" }]]),
    trails: new Map([["orref_1", [trailEntry("succeeded")]]]),
    now,
    ...more,
  }
}

/** Findings without their sentences. */
export const bare = (found: Found[]): Omit<Found, "message" | "advice">[] =>
  found.map(({ message: _message, advice: _advice, ...rest }) => rest)
