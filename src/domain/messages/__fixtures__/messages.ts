import type {
  Message,
  MessageData,
  MessageFrame,
  MessageTemplate,
  RefundMessage,
} from "../messages"

const frame: MessageFrame = {
  store_name: "Mug & Co",
  customer_name: "Ada",
  order_name: "#1042",
  order_url: "https://shop.example.com/orders/order_1",
  time_zone: "Europe/Berlin",
}

/** A refund of two shirts, shipping, and goodwill: 20.00 + 5.95 + 4.05 = 30.00. */
export const refundMessage = (
  more: Partial<RefundMessage> = {}
): RefundMessage => ({
  ...frame,
  currency_code: "eur",
  amount: "30.00",
  lines: [
    { kind: "item", title: "T-shirt, black, M", quantity: 2, amount: "20.00" },
    { kind: "shipping", title: "Standard", quantity: 1, amount: "5.95" },
    { kind: "adjustment", title: "For the delay", quantity: 1, amount: "4.05" },
  ],
  note: "Sorry for the wait!\nYour Mug & Co team",
  expected: {
    from: "2026-11-27T09:00:00.000Z",
    to: "2026-12-04T09:00:00.000Z",
  },
  references: ["ARN 7463 9126 3312 0012"],
  reversed: "0",
  paid_another_way: "0",
  failed: "0",
  told_succeeded_at: null,
  ...more,
})

const request = {
  ...frame,
  items: [{ title: "T-shirt, black, M", quantity: 2 }],
  message: "They are too small.",
  submitted_at: "2026-11-20T22:30:00.000Z",
  request_url: "https://shop.example.com/requests/refreq_1",
}

const withdrawal = {
  ...frame,
  declared_at: "2026-11-20T22:30:00.000Z",
  declarant: { name: "Ada Lovelace", email: "ada@example.com" },
  declaration: "I hereby withdraw from the contract for the goods named below.",
  items: [{ title: "T-shirt, black, M", quantity: 2 }],
  has_goods_to_return: true,
}

const DATA: MessageData = {
  "refund.on-its-way": refundMessage({ references: [] }),
  "refund.succeeded": refundMessage(),
  "refund.failed": refundMessage({
    expected: null,
    references: [],
    failed: "30.00",
    told_succeeded_at: "2026-11-20T09:00:00.000Z",
  }),
  "refund.withdrawn": refundMessage({ expected: null, references: [] }),
  "order-edit.payment-link": {
    ...frame,
    amount: "12.50",
    currency_code: "eur",
    url: "https://shop.example.com/payment-collection/pay_col_1",
  },
  "refund-request.received": request,
  "refund-request.approved": {
    ...request,
    amount: "20.00",
    currency_code: "eur",
    has_goods_to_return: true,
    note: "Please use the label in the parcel.",
  },
  "refund-request.declined": {
    ...request,
    reason: "The shirts have been worn.",
  },
  "refund-request.question": {
    ...request,
    question: "Which size do you need?",
  },
  "withdrawal.acknowledged": withdrawal,
  "withdrawal.invalid": {
    ...withdrawal,
    reason: "The goods were made to your measure.",
  },
  "refund-access.link": {
    ...frame,
    order_url: null,
    url: "https://shop.example.com/refunds#token",
    expires_at: "2026-12-20T09:00:00.000Z",
  },
}

/** One of each message, with everything that it can say. */
export const exampleMessage = (template: MessageTemplate): Message =>
  ({ template, data: DATA[template] }) as Message
