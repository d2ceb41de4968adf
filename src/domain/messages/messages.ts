import type { OrderRefundLineKind } from "../books/refund-records"
import type { Decimal } from "../money/exact-decimal"

/** What every message to a customer says. */
export type MessageFrame = {
  store_name: string
  /** First name, or the whole one; null where the store knows none. */
  customer_name: string | null
  /** As the customer knows it: `#1042`. */
  order_name: string
  /** Where the customer sees the order; null where the store has no such page. */
  order_url: string | null
  /** IANA name of the zone that dates are told in. */
  time_zone: string
}

/** One line of a refund. */
export type MessageLine = {
  kind: OrderRefundLineKind
  title: string
  quantity: number
  amount: Decimal
}

/** A refund: its lines add up to its amount. */
export type RefundMessage = MessageFrame & {
  currency_code: string
  amount: Decimal
  lines: MessageLine[]
  /** What the merchant wrote for the customer. */
  note: string | null
  /** When to expect the money: moments in ISO 8601. */
  expected: { from: string; to: string } | null
  /** References by which a bank can trace the money. */
  references: string[]
  /** How much of it is a charge that disappears, instead of an entry of its own. */
  reversed: Decimal
  /** How much was paid past every payment provider. */
  paid_another_way: Decimal
  /** How much did not reach the customer and is still owed. */
  failed: Decimal
  /** When the customer was told that it was paid, where it failed afterwards. */
  told_succeeded_at: string | null
}

/** A changed order of which something is still to be paid. */
export type PaymentLinkMessage = MessageFrame & {
  currency_code: string
  amount: Decimal
  url: string
}

/** What a customer asked for. */
export type RequestMessage = MessageFrame & {
  items: { title: string; quantity: number }[]
  /** What the customer wrote. */
  message: string | null
  submitted_at: string
  /** Where the customer sees the request. */
  request_url: string | null
}

/** A customer's declaration that they withdraw from the contract. */
export type WithdrawalMessage = MessageFrame & {
  declared_at: string
  /** The name and the address that the declaration was made with. */
  declarant: { name: string; email: string }
  /** The declaration, word for word; null where it was made by choosing goods. */
  declaration: string | null
  /** What it is about; null for the whole order. */
  items: { title: string; quantity: number }[] | null
  /** Whether there are goods that the customer has to send back. */
  has_goods_to_return: boolean
}

/** What each message is told with, by its name. The names are stable. */
export type MessageData = {
  "refund.on-its-way": RefundMessage
  "refund.succeeded": RefundMessage
  "refund.failed": RefundMessage
  "refund.withdrawn": RefundMessage
  "order-edit.payment-link": PaymentLinkMessage
  "refund-request.received": RequestMessage
  "refund-request.approved": RequestMessage & {
    amount: Decimal
    currency_code: string
    has_goods_to_return: boolean
    note: string | null
  }
  "refund-request.declined": RequestMessage & { reason: string }
  "refund-request.question": RequestMessage & { question: string }
  "withdrawal.acknowledged": WithdrawalMessage
  "withdrawal.invalid": WithdrawalMessage & { reason: string }
  "refund-access.link": MessageFrame & { url: string; expires_at: string }
}

/** The name of a message: what a provider knows as its template. */
export type MessageTemplate = keyof MessageData

/** One message, with what it is told with. */
export type Message = {
  [Template in MessageTemplate]: {
    template: Template
    data: MessageData[Template]
  }
}[MessageTemplate]

/** A message as a mail server takes it. */
export type RenderedMessage = { subject: string; text: string; html: string }

/** The names of all messages, for options and tables. */
export const MESSAGE_TEMPLATES = [
  "refund.on-its-way",
  "refund.succeeded",
  "refund.failed",
  "refund.withdrawn",
  "order-edit.payment-link",
  "refund-request.received",
  "refund-request.approved",
  "refund-request.declined",
  "refund-request.question",
  "withdrawal.acknowledged",
  "withdrawal.invalid",
  "refund-access.link",
] as const satisfies readonly MessageTemplate[]

/** The law asks for it: no option switches it off. */
export const MUST_BE_SENT: readonly MessageTemplate[] = [
  "withdrawal.acknowledged",
]
