import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundDTO } from "../../types"
import { orderRefundDTOs } from "./order-refund-dto"
import { refundsModule } from "../../workflows/common/refunds-module"

type Filters = { q?: string } & Record<string, unknown>
type Paging = { limit: number; offset: number; order: string }

/** Finds order refunds. `order` is a field, with `-` in front for descending. */
export async function listOrderRefunds(
  container: MedusaContainer,
  { q, ...filters }: Filters,
  { limit, offset, order }: Paging
): Promise<{ order_refunds: OrderRefundDTO[]; count: number }> {
  const field = order.replace(/^-/, "")
  const [records, count] = await refundsModule(
    container
  ).orderRefunds.listAndCount(
    { ...filters, ...(q?.trim() ? { $or: matches(q.trim()) } : {}) },
    {
      take: limit,
      skip: offset,
      order: { [field]: order.startsWith("-") ? "DESC" : "ASC", id: "ASC" },
    }
  )
  return { order_refunds: await orderRefundDTOs(container, records), count }
}

/** What a merchant may type: a number on the screen, an id, or words of the note. */
function matches(q: string): Record<string, unknown>[] {
  const number = /^#?(\d{1,9})$/.exec(q)?.[1]
  return [
    { id: q },
    { order_id: q },
    { transactions: { stripe_refund_id: q } },
    { note: { $ilike: `%${q.replace(/[\\%_]/g, "\\$&")}%` } },
    ...(number
      ? [{ display_id: Number(number) }, { order_display_id: Number(number) }]
      : []),
  ]
}
