import type { OrderEditRecord } from "../../../src/modules/refunds/order-edit-record"
import type { NewOrderRelease } from "../../../src/modules/refunds/order-release-record"
import type { Reservation } from "../../../src/modules/refunds/types"

/** A release that captures 45.59 of 65.41, as it is reserved. */
export const release = (): NewOrderRelease => ({
  id: "ordrel_a",
  order_id: "order_1",
  kind: "capture_less",
  currency_code: "eur",
  authorized: "65.41",
  released: "19.82",
  capture_amount: "45.59",
  rounding: "0",
  lines: [],
  collections: [],
  note: null,
  created_by: "user_1",
  plan_hash: "hash",
  idempotency_key: null,
  request_hash: "hash",
  payments: [
    {
      id: "relpay_a",
      payment_id: "pay_1",
      provider_id: "pp_stripe_stripe",
      action: "capture",
      authorized: "65.41",
      released: "19.82",
      capture_amount: "45.59",
      medusa_amount: "65.41",
      idempotency_key: "key_a",
      request: { payment_intent: "pi_1", minor_amount: "4559" },
    },
  ],
})

/** An edit that is done and is about to charge 12.00. */
export const chargingEdit = (): Omit<OrderEditRecord, "created_at"> => ({
  id: "oredit_a",
  order_id: "order_1",
  status: "edited",
  settlement_status: "processing",
  request: {},
  preview: {
    order_id: "order_1",
    currency_code: "eur",
    before: TOTALS,
    after: TOTALS,
    difference: "12.00",
    owed: "-12.00",
    lines: [],
    settlement: {
      kind: "charge",
      amount: "12.00",
      refund_plan: null,
      saved_cards: [],
      payment_method_id: "pm_1",
    },
    warnings: [],
    hash: "hash",
  },
  settlement: {
    kind: "charge",
    amount: "12.00",
    order_refund_id: null,
    payment_id: null,
    payment_collection_id: null,
    payment_link: null,
    code: null,
    message: null,
    decline_code: null,
    advice_code: null,
    card: null,
    charge: {
      payment_session_id: "payses_1",
      payment_intent_id: "pi_1",
      idempotency_key: "oredit_a:confirm",
      status: "reserved",
    },
  },
  note: null,
  created_by: "user_1",
  idempotency_key: null,
  request_hash: "hash",
})

const TOTALS = {
  item_total: "0",
  shipping_total: "0",
  discount_total: "0",
  tax_total: "0",
  total: "0",
}

/** A refund of 12.34 by one payment, which nobody has asked for yet. */
export const reservation = (id: string, order_id = "order_1"): Reservation => ({
  actor: "user:user_1",
  order_refund: {
    id: `orref_${id}`,
    order_id,
    order_display_id: 1,
    source: "admin",
    currency_code: "eur",
    amount: "12.34",
    subtotal: "12.34",
    discount_total: "0.00",
    tax_total: "0.00",
    refund_reason_id: null,
    metadata: null,
    note: null,
    customer_note: null,
    notify_customer: false,
    created_by: "user_1",
    plan_hash: null,
    idempotency_key: null,
    request_hash: null,
  },
  lines: [],
  transactions: [
    {
      id: `reftrx_${id}`,
      payment_id: "pay_1",
      provider_id: "pp_stripe_stripe",
      amount: "12.34",
      idempotency_key: `key_${id}`,
      medusa_refund_id: `ref_${id}`,
      request: {
        minor_amount: "1234",
        target: { payment_intent: "pi_1" },
        metadata: {},
      },
    },
  ],
})
