import {
  ContainerRegistrationKeys,
  OrderChangeStatus,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRows } from "./order-rows"

/**
 * `total` makes Medusa compute the totals, which need tax lines, adjustments
 * and `detail` to be loaded; without it `pending_difference` ignores requested
 * returns.
 */
const ORDER_FIELDS = [
  "id",
  "display_id",
  "customer_id",
  "email",
  "version",
  "status",
  "currency_code",
  "canceled_at",
  "summary",
  "total",
  "credit_line_total",
  "items.*",
  "items.tax_lines.*",
  "items.adjustments.*",
  "items.detail.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "shipping_methods.adjustments.*",
  "credit_lines.*",
  "transactions.*",
  "payment_collections.*",
  "payment_collections.payments.*",
  "payment_collections.payments.captures.*",
  "payment_collections.payments.refunds.*",
]

const CHANGE_FIELDS = [
  "id",
  "change_type",
  "status",
  "version",
  "return_id",
  "metadata",
  "created_at",
  "confirmed_at",
  "actions.action",
  "actions.details",
  "actions.reference",
  "actions.ordering",
]

/** Reads the rows of an order as every plugin can: with `query.graph`. */
export async function orderRowsThroughMedusa(
  container: MedusaContainer,
  orderId: string
): Promise<OrderRows | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [orders, changes] = await Promise.all([
    query.graph({
      entity: "order",
      fields: ORDER_FIELDS,
      filters: { id: orderId },
    }),
    query.graph({
      entity: "order_change",
      fields: CHANGE_FIELDS,
      filters: {
        order_id: orderId,
        status: [
          OrderChangeStatus.PENDING,
          OrderChangeStatus.REQUESTED,
          OrderChangeStatus.CONFIRMED,
        ],
      },
    }),
  ])
  const [order] = orders.data
  return order ? { order, changes: changes.data } : null
}
