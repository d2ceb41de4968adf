import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { HttpClient, RefundsApi } from "../../../../support/refunds-api"

type Reader = {
  api: HttpClient
  container: MedusaContainer
  refunds: RefundsApi
  /** Headers of a storefront. */
  storefront: object
}

const TOTALS = [
  "total",
  "subtotal",
  "tax_total",
  "discount_total",
  "original_total",
  "credit_line_total",
  "item_total",
  "shipping_total",
]
const FIELDS = [
  "*",
  "summary",
  ...TOTALS,
  "items.*",
  "items.detail.*",
  "items.adjustments.*",
  "items.tax_lines.*",
  "shipping_methods.*",
  "shipping_methods.tax_lines.*",
  "credit_lines.*",
  "transactions.*",
  "payment_collections.*",
  "payment_collections.payments.*",
  "payment_collections.payments.refunds.*",
]

/** All that Medusa's API says of an order, without what names it. */
export async function tellOrder(
  { api, container, refunds, storefront }: Reader,
  id: string
): Promise<object> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const {
    data: [graph],
  } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "order", fields: FIELDS, filters: { id } })
  const { rows: stored } = await database.raw(
    `SELECT s.totals FROM order_summary s JOIN "order" o
       ON o.id = s.order_id AND o.version = s.version
     WHERE o.id = ? AND s.deleted_at IS NULL`,
    [id]
  )
  const read = async (path: string) => (await refunds.get<object>(path)).data
  return told({
    order: await read(`/admin/orders/${id}`),
    everything: await read(`/admin/orders/${id}?fields=${FIELDS.join()}`),
    list: await read(
      `/admin/orders?id=${id}&fields=summary,payment_status,*credit_lines,${TOTALS.join()}`
    ),
    preview: await read(`/admin/orders/${id}/preview`),
    store: (await api.get(`/store/orders/${id}`, storefront)).data,
    graph: JSON.parse(JSON.stringify(graph)),
    stored,
  })
}

/**
 * Ids, times and versions; what the credit lines of the two ways carry for
 * ourselves; and the price that a copy of an item repeats from its line.
 */
const NAMES =
  /(^|_)(id|at|key|secret)$|version|^(metadata|data|ordering|variant|handle|customer)$|^product_|^variant_/
const COPIED = ["unit_price", "raw_unit_price", "compare_at_unit_price"]

function told(value: unknown, within = ""): object {
  return Object(tell(value, within))
}

function tell(value: unknown, within: string): unknown {
  if (Array.isArray(value)) {
    return value
      .map((each) => tell(each, within))
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(
      Object.entries(value)
        .filter(
          ([name]) =>
            !NAMES.test(name) && !(within === "detail" && COPIED.includes(name))
        )
        .sort(([a], [b]) => a.localeCompare(b))
        .map(([name, each]) => [name, tell(each, name)])
    )
  }
  return comparable(value, within)
}

/** Each twin is made of products of its own. */
const PRODUCT = /^Product \d+$/

/**
 * Medusa cuts digits off after the twentieth, and not at the same place each time;
 * less than nothing by that much is nothing.
 */
function comparable(value: unknown, name: string): unknown {
  if (typeof value === "string" && PRODUCT.test(value)) {
    return "Product"
  }
  const isFigure =
    typeof value === "number" || (name === "value" && typeof value === "string")
  return isFigure ? MathBN.convert(value, 8).toNumber() || 0 : value
}
