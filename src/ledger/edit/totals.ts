import { type Decimal, greaterThan, sum } from "../../domain"
import { MathBN, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

type Row = Record<string, unknown>

/** An order's totals as Medusa computes them, exact. */
export type OrderTotals = {
  item_total: Decimal
  shipping_total: Decimal
  discount_total: Decimal
  tax_total: Decimal
  total: Decimal
  /** What is on its way back, and owed for it. */
  returning_total: Decimal
  items: {
    id: string
    variant_id: string | null
    title: string
    unit_price: Decimal
    quantity: number
    fulfilled_quantity: number
    total: Decimal
  }[]
}

/**
 * The order's totals; with an open change, as they will be when it is confirmed.
 */
export async function previewTotals(
  container: MedusaContainer,
  orderId: string
): Promise<OrderTotals> {
  const order: object = await container
    .resolve(Modules.ORDER)
    .previewOrderChange(orderId)
  return toTotals(order as Row)
}

function toTotals(order: Row): OrderTotals {
  const rows = ((order.items ?? []) as Row[]).filter((item) =>
    greaterThan(exact(item, "quantity"), "0")
  )
  return {
    item_total: exact(order, "item_total"),
    shipping_total: exact(order, "shipping_total"),
    discount_total: exact(order, "discount_total"),
    tax_total: exact(order, "tax_total"),
    total: exact(order, "total"),
    returning_total: sum(
      ...rows.map((item) => exact(item, "return_requested_total"))
    ),
    items: rows.map((item) => ({
      id: String(item.id),
      variant_id: typeof item.variant_id === "string" ? item.variant_id : null,
      title: String(item.product_title ?? item.title ?? item.id),
      unit_price: exact(item, "unit_price"),
      quantity: Number(exact(item, "quantity")),
      fulfilled_quantity: Number(
        exact((item.detail ?? {}) as Row, "fulfilled_quantity")
      ),
      total: exact(item, "total"),
    })),
  }
}

/** The exact digits: `raw_*`, or a big number; a plain field may be a float. */
function exact(row: Row, field: string): Decimal {
  const raw = row[`raw_${field}`] as { value?: string | number } | undefined
  return MathBN.convert(
    raw?.value ?? (row[field] as string | number | undefined) ?? 0
  ).toFixed()
}
