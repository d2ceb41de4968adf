import { prepareListQuery } from "@medusajs/framework/http"
import { ContainerRegistrationKeys, pickDeep } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { z } from "@medusajs/framework/zod"
import { refundError } from "../../workflows/common/refund-error"
import type { ShownFields } from "./shown-fields"

/** The query parameter `fields` of a list, in Medusa's own notation. */
export const fieldsSchema = z.string().max(2000).optional()

const ORDER = "order."

/**
 * Leaves in the rows of a list what `fields` asks for. It is read as Medusa reads
 * it: `id,amount` is these two, `-lines` is all but the lines, `+order.email` is
 * all and something of the order, which `query.graph` reads.
 *
 * @throws invalid_request for a field that the list does not have
 * @example
 * await chooseFields(req.scope, order_refunds, ORDER_REFUND_FIELDS, "amount,order.email")
 * // [{ id: "orref_1", amount: "5.95", order: { id: "order_1", email: "ada@example.com" } }]
 */
export async function chooseFields<
  Row extends { id: string; order_id: string },
>(
  container: MedusaContainer,
  rows: Row[],
  shown: ShownFields<Row>,
  fields: string | undefined
): Promise<(Row & { order?: unknown })[]> {
  if (fields === undefined) {
    return rows
  }
  const { remoteQueryConfig } = await prepareListQuery(
    { fields },
    { defaults: Object.keys(shown) }
  )
  // What is an object or a list is shown whole: `lines.*` is `lines`.
  const chosen = remoteQueryConfig.fields.map((field) =>
    field.replace(/\.\*$/, "")
  )
  const unknown = chosen.find(
    (field) => !field.startsWith(ORDER) && !Object.hasOwn(shown, top(field))
  )
  if (unknown) {
    throw refundError({
      code: "invalid_request",
      message: `fields: there is no ${unknown}. There are ${Object.keys(shown).join(", ")}, and those of the order: order.email.`,
      details: { field: "fields" },
    })
  }
  const orders = await readOrders(
    container,
    rows,
    remoteQueryConfig.fields.filter((field) => field.startsWith(ORDER))
  )
  return rows.map((row) => {
    const order = orders.get(row.order_id)
    return { ...(pickDeep(row, chosen) as Row), ...(order ? { order } : {}) }
  })
}

const top = (field: string): string => field.replace(/\..*$/, "")

async function readOrders(
  container: MedusaContainer,
  rows: { order_id: string }[],
  fields: string[]
): Promise<Map<string, { id: string }>> {
  if (!fields.length || !rows.length) {
    return new Map()
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: ["id", ...fields.map((field) => field.slice(ORDER.length))],
      filters: { id: [...new Set(rows.map(({ order_id }) => order_id))] },
    })
  return new Map(data.map((order) => [order.id, order]))
}
