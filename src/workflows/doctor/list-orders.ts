import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundError } from "../order-refund/lib/refund-error"

/** As many orders as are held at a time. */
const BATCH = 100

export type ListedOrder = { id: string; display_id: number | null }

type Row = ListedOrder & {
  payment_collections?: ({
    payments?: ({ captures?: unknown[]; refunds?: unknown[] } | null)[]
  } | null)[]
}

/**
 * Every order that has a captured or refunded payment, by id, after one. Page by
 * page, so that any number of them needs no more memory than one page.
 *
 * @throws order_not_found for an `order_id` that is not there
 */
export async function* listOrders(
  container: MedusaContainer,
  { after = "", order_id }: { after?: string; order_id?: string }
): AsyncGenerator<ListedOrder> {
  let last = after
  for (;;) {
    const rows = await readRows(
      container,
      order_id ? { id: order_id } : { id: { $gt: last } }
    )
    if (order_id && !rows.length) {
      throw refundError({
        code: "order_not_found",
        message: `Order ${order_id} does not exist.`,
      })
    }
    for (const row of rows) {
      if (hasMoney(row)) {
        yield { id: row.id, display_id: row.display_id ?? null }
      }
    }
    last = rows.at(-1)?.id ?? last
    if (order_id || rows.length < BATCH) {
      return
    }
  }
}

async function readRows(
  container: MedusaContainer,
  filters: object
): Promise<Row[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: [
      "id",
      "display_id",
      "payment_collections.payments.id",
      "payment_collections.payments.captures.id",
      "payment_collections.payments.refunds.id",
    ],
    filters,
    pagination: { take: BATCH, skip: 0, order: { id: "ASC" } },
  })
  return data as Row[]
}

/** A refund of what was never captured is an error that is to be found. */
const hasMoney = ({ payment_collections }: Row): boolean =>
  (payment_collections ?? [])
    .flatMap((collection) => collection?.payments ?? [])
    .some((payment) => payment?.captures?.length || payment?.refunds?.length)
