import { MathBN, OrderChangeStatus } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  Decimal,
  MedusaOrder,
  MedusaOrderEntry,
  MedusaOrderItem,
  MedusaOrderPayment,
  MedusaPricedLine,
  MedusaShippingMethod,
  StoredTotals,
} from "../../domain"
import { creditLineOf, creditLineReferences } from "./credit-line-references"
import { type OrderRows, readOrderRows, type Row } from "./order-rows"
import { storedCreditTotal } from "./summary-after"
import { orderRefundIdOf, readGoods } from "./read-goods"

const rows = (value: unknown): Row[] =>
  Array.isArray(value) ? value.filter(Boolean) : []

const text = (value: unknown): string | null =>
  typeof value === "string" ? value : null

/** The exact digits of a Medusa amount: `raw_*`; the plain field is a float. */
function exact(row: Row, field: string): Decimal {
  const raw = row[`raw_${field}`] as { value?: string | number } | undefined
  return MathBN.convert(
    raw?.value ?? (row[field] as string | number | undefined) ?? 0
  ).toFixed()
}

const sum = (amounts: Decimal[]): Decimal => MathBN.sum(0, ...amounts).toFixed()

/** Reads what Medusa's books say about an order, or null if there is none. */
export async function readOrder(
  container: MedusaContainer,
  orderId: string
): Promise<MedusaOrder | null> {
  const found = await readOrderRows(container, orderId)
  return found && toMedusaOrder(found)
}

/** What the rows of an order say. */
export function toMedusaOrder({ order, changes }: OrderRows): MedusaOrder {
  const change = changes.find(
    ({ status }) => status !== OrderChangeStatus.CONFIRMED
  )
  const transactions = rows(order.transactions)
  const items = rows(order.items)
  const returning = items.map((item) => exact(item, "return_requested_total"))
  const paid = transactions.map((row) => exact(row, "amount"))
  const confirmed = changes.filter(
    ({ status }) => status === OrderChangeStatus.CONFIRMED
  )
  const about = creditLineReferences(confirmed)
  const costs = sum([exact(order, "total"), exact(order, "credit_line_total")])
  return {
    id: String(order.id),
    display_id: typeof order.display_id === "number" ? order.display_id : null,
    customer_id: text(order.customer_id),
    email: text(order.email),
    version: Number(order.version),
    currency_code: String(order.currency_code).toLowerCase(),
    canceled: order.status === "canceled" || Boolean(order.canceled_at),
    archived: order.status === "archived",
    active_change: change
      ? {
          id: String(change.id),
          change_type: text(change.change_type),
          references: referencesOf(change),
          order_refund_id: orderRefundIdOf(change),
          created_at: new Date(change.created_at as string).toISOString(),
        }
      : null,
    total: MathBN.sub(
      costs,
      storedCreditTotal(
        rows(order.credit_lines).map((row) => exact(row, "amount"))
      )
    ).toFixed(),
    summary: (order.stored_summary ?? null) as StoredTotals | null,
    // Medusa's own figure is set to zero below an epsilon that is a whole unit
    // for some currencies, and its total leaves credit lines out that add up to
    // less than that, hence the same sum without it.
    pending_difference: MathBN.sub(
      costs,
      sum([
        ...rows(order.credit_lines).map((row) => exact(row, "amount")),
        ...returning,
        ...paid,
      ])
    ).toFixed(),
    items: items.map(toItem),
    goods: readGoods(confirmed),
    shipping_methods: rows(order.shipping_methods).map(toShippingMethod),
    collections: rows(order.payment_collections).map((collection) => ({
      id: String(collection.id),
      status: String(collection.status),
      amount: exact(collection, "amount"),
    })),
    payments: rows(order.payment_collections)
      .flatMap((collection) => rows(collection.payments))
      .map(toPayment)
      .sort(byCapture),
    credit_lines: rows(order.credit_lines).map((row) =>
      toEntry({ ...row, ...about(row) })
    ),
    transactions: transactions.map(toEntry),
  }
}

function toPricedLine(row: Row, title: unknown): MedusaPricedLine {
  return {
    id: String(row.id),
    title: String(title ?? row.id),
    is_tax_inclusive: Boolean(row.is_tax_inclusive),
    adjustments: rows(row.adjustments).map((adjustment) => ({
      amount: exact(adjustment, "amount"),
      is_tax_inclusive: Boolean(adjustment.is_tax_inclusive),
      code: text(adjustment.code),
      promotion_id: text(adjustment.promotion_id),
      description: text(adjustment.description),
    })),
    tax_lines: rows(row.tax_lines).map((taxLine) => ({
      code: String(taxLine.code),
      rate: exact(taxLine, "rate"),
    })),
  }
}

function toItem(row: Row): MedusaOrderItem {
  const detail = (row.detail ?? {}) as Row
  const quantity = (field: string) => Number(exact(detail, field))
  return {
    ...toPricedLine(row, row.product_title ?? row.title),
    unit_price: exact(row, "unit_price"),
    quantity: quantity("quantity"),
    fulfilled_quantity: quantity("fulfilled_quantity"),
    returned_quantity:
      quantity("return_requested_quantity") +
      quantity("return_received_quantity") +
      quantity("return_dismissed_quantity"),
  }
}

function toShippingMethod(row: Row): MedusaShippingMethod {
  return { ...toPricedLine(row, row.name), amount: exact(row, "amount") }
}

function toPayment(row: Row): MedusaOrderPayment {
  const captures = rows(row.captures)
  return {
    id: String(row.id),
    provider_id: String(row.provider_id),
    payment_collection_id: String(row.payment_collection_id),
    currency_code: String(row.currency_code).toLowerCase(),
    status: row.canceled_at
      ? "canceled"
      : row.captured_at || captures.length
        ? "captured"
        : "authorized",
    data: (row.data ?? {}) as Record<string, unknown>,
    amount: exact(row, "amount"),
    captured: sum(captures.map((capture) => exact(capture, "amount"))),
    captured_at:
      captures
        .map((capture) => new Date(capture.created_at as string).toISOString())
        .sort()[0] ?? null,
    refunds: rows(row.refunds).map((refund) => ({
      id: String(refund.id),
      amount: exact(refund, "amount"),
      note: text(refund.note),
      created_by: text(refund.created_by),
      refund_reason_id: text(refund.refund_reason_id),
      created_at: new Date(refund.created_at as string).toISOString(),
    })),
  }
}

const referencesOf = (change: Row): (string | null)[] => {
  const ours = creditLineOf(change)
  return ours
    ? [ours.reference]
    : rows(change.actions).map(({ reference }) => text(reference))
}

const toEntry = (row: Row): MedusaOrderEntry => ({
  id: String(row.id),
  amount: exact(row, "amount"),
  reference: text(row.reference),
  reference_id: text(row.reference_id),
})

function byCapture(a: MedusaOrderPayment, b: MedusaOrderPayment): number {
  return `${a.captured_at ?? "~"}${a.id}`.localeCompare(
    `${b.captured_at ?? "~"}${b.id}`
  )
}
