import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { refundError } from "../../workflows/common/refund-error"

/** As many orders as are held at a time. */
const BATCH = 100

export type ListedOrder = { id: string; display_id: number | null }

type Row = ListedOrder & {
  payment_collections?: ({
    payments?: ({ captures?: unknown[]; refunds?: unknown[] } | null)[]
  } | null)[]
}

/**
 * Every order that has a captured or refunded payment, or any record of this
 * plugin (a void leaves neither), by id, after one. Page by
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
    const ids = order_id ? [order_id] : await listIds(container, last)
    const rows = await readRows(container, ids)
    if (order_id && !rows.size) {
      throw refundError({
        code: "order_not_found",
        message: `Order ${order_id} does not exist.`,
      })
    }
    const known = await ordersWithRecords(container, ids)
    for (const id of ids) {
      const row = rows.get(id)
      if (row && (hasMoney(row) || known.has(id))) {
        yield { id, display_id: row.display_id ?? null }
      }
    }
    last = ids.at(-1) ?? last
    if (order_id || ids.length < BATCH) {
      return
    }
  }
}

/** `query.graph` would count all that follow, once for every page. */
async function listIds(
  container: MedusaContainer,
  after: string
): Promise<string[]> {
  const filters: object = { id: { $gt: after } }
  const orders = await container
    .resolve(Modules.ORDER)
    .listOrders(filters, { select: ["id"], take: BATCH, order: { id: "ASC" } })
  return orders.map(({ id }) => id)
}

async function readRows(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, Row>> {
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
    filters: { id: ids },
  })
  return new Map((data as Row[]).map((row) => [row.id, row]))
}

/** Which of these orders have a refund, an edit, a release or a dispute. */
async function ordersWithRecords(
  container: MedusaContainer,
  order_id: string[]
): Promise<Set<string>> {
  const service = refundsModule(container)
  const config = { select: ["order_id"], take: null }
  const found = await Promise.all([
    service.listOrderRefunds({ order_id }, config),
    service.listRefundsOrderEdits({ order_id }, config),
    service.listRefundsOrderReleases({ order_id }, config),
    service.listRefundsPaymentDisputes({ order_id }, config),
  ])
  return new Set(found.flat().map((row: { order_id: string }) => row.order_id))
}

/** A refund of what was never captured is an error that is to be found. */
const hasMoney = ({ payment_collections }: Row): boolean =>
  (payment_collections ?? [])
    .flatMap((collection) => collection?.payments ?? [])
    .some((payment) => payment?.captures?.length || payment?.refunds?.length)
