type Column = string

/** An amount as text and as Medusa keeps its digits: a JSON number would lose some. */
const exact = (alias: string, ...fields: string[]): Column[] =>
  fields.flatMap((field) => [
    `'${field}', ${alias}.${field}::text`,
    `'raw_${field}', ${alias}.raw_${field}`,
  ])

const plain = (alias: string, ...fields: string[]): Column[] =>
  fields.map((field) => `'${field}', ${alias}.${field}`)

const object = (...columns: Column[]): string =>
  `json_build_object(${columns.join(", ")})`

const list = (columns: Column[], from: string): string =>
  `(SELECT coalesce(json_agg(${object(...columns)}), '[]') FROM ${from})`

const taxLines = (table: string, owner: string): Column =>
  `'tax_lines', ${list(
    [...plain("tl", "code"), ...exact("tl", "rate")],
    `${table} tl WHERE tl.${owner} AND tl.deleted_at IS NULL`
  )}`

const ADJUSTMENT = [
  ...plain("a", "code", "promotion_id", "description"),
  ...exact("a", "amount"),
]

const ITEMS = list(
  [
    ...plain("li", "id", "title", "product_title", "is_tax_inclusive"),
    "'unit_price', coalesce(oi.unit_price, li.unit_price)::text",
    "'raw_unit_price', coalesce(oi.raw_unit_price, li.raw_unit_price)",
    ...exact("oi", "quantity"),
    `'detail', ${object(
      ...exact(
        "oi",
        "quantity",
        "fulfilled_quantity",
        "return_requested_quantity",
        "return_received_quantity",
        "return_dismissed_quantity"
      )
    )}`,
    taxLines("order_line_item_tax_line", "item_id = li.id"),
    // Each version of the order has copies of its own.
    `'adjustments', ${list(
      [...ADJUSTMENT, ...plain("a", "is_tax_inclusive")],
      `order_line_item_adjustment a
       WHERE a.item_id = li.id AND a.version = oi.version
         AND a.deleted_at IS NULL`
    )}`,
  ],
  `order_item oi JOIN order_line_item li
     ON li.id = oi.item_id AND li.deleted_at IS NULL
   WHERE oi.order_id = o.id AND oi.version = o.version
     AND oi.deleted_at IS NULL`
)

const SHIPPING_METHODS = list(
  [
    ...plain("sm", "id", "name", "is_tax_inclusive"),
    ...exact("sm", "amount"),
    taxLines("order_shipping_method_tax_line", "shipping_method_id = sm.id"),
    `'adjustments', ${list(
      ADJUSTMENT,
      `order_shipping_method_adjustment a
       WHERE a.shipping_method_id = sm.id AND a.version = os.version
         AND a.deleted_at IS NULL`
    )}`,
  ],
  `order_shipping os JOIN order_shipping_method sm
     ON sm.id = os.shipping_method_id AND sm.deleted_at IS NULL
   WHERE os.order_id = o.id AND os.version = o.version
     AND os.deleted_at IS NULL`
)

const ENTRY = ["id", "reference", "reference_id"]

const CREDIT_LINES = list(
  [...plain("cl", ...ENTRY, "metadata"), ...exact("cl", "amount")],
  `order_credit_line cl
   WHERE cl.order_id = o.id AND cl.version = o.version
     AND cl.deleted_at IS NULL`
)

const TRANSACTIONS = list(
  [...plain("t", ...ENTRY), ...exact("t", "amount")],
  "order_transaction t WHERE t.order_id = o.id AND t.deleted_at IS NULL"
)

const STORED_SUMMARY = `(SELECT s.totals FROM order_summary s
  WHERE s.order_id = o.id AND s.version = o.version AND s.deleted_at IS NULL
  ORDER BY s.id LIMIT 1)`

const REFUNDS = list(
  [
    ...plain("r", "id", "note", "created_by", "refund_reason_id", "created_at"),
    ...exact("r", "amount"),
  ],
  "refund r WHERE r.payment_id = p.id AND r.deleted_at IS NULL"
)

const CAPTURES = list(
  [...plain("c", "created_at"), ...exact("c", "amount")],
  "capture c WHERE c.payment_id = p.id AND c.deleted_at IS NULL"
)

const PAYMENTS = list(
  [
    ...plain("p", "id", "provider_id", "payment_collection_id"),
    ...plain("p", "currency_code", "data", "captured_at", "canceled_at"),
    ...exact("p", "amount"),
    `'captures', ${CAPTURES}`,
    `'refunds', ${REFUNDS}`,
  ],
  "payment p WHERE p.payment_collection_id = pc.id AND p.deleted_at IS NULL"
)

const PAYMENT_COLLECTIONS = list(
  [
    ...plain("pc", "id", "status"),
    ...exact("pc", "amount"),
    `'payments', ${PAYMENTS}`,
  ],
  `order_payment_collection opc JOIN payment_collection pc
     ON pc.id = opc.payment_collection_id AND pc.deleted_at IS NULL
   WHERE opc.order_id = o.id AND opc.deleted_at IS NULL`
)

const ACTIONS = list(
  plain("oca", "action", "details", "reference", "ordering"),
  `order_change_action oca
   WHERE oca.order_change_id = oc.id AND oca.deleted_at IS NULL`
)

const CHANGES = list(
  [
    ...plain("oc", "id", "change_type", "status", "version", "return_id"),
    ...plain("oc", "metadata", "created_at", "confirmed_at"),
    `'actions', ${ACTIONS}`,
  ],
  `order_change oc
   WHERE oc.order_id = o.id AND oc.deleted_at IS NULL
     AND oc.status IN ('pending', 'requested', 'confirmed')`
)

/**
 * Orders, each with all that a refund needs to know, in one statement: Medusa's own
 * way joins items, taxes, credit lines and transactions with each other, so that
 * 10 items after 10 refunds are 1,100 rows. Each list is asked for by itself here.
 *
 * Versions: items, shipping methods and credit lines are those of the order's
 * current version, as Medusa reads them.
 * Source: @medusajs/order/dist/utils/base-repository-find.js
 *
 * Its parameter `ids`: the orders.
 */
export const ORDERS_STATEMENT = `SELECT ${object(
  ...plain("o", "id", "display_id", "customer_id", "email", "version"),
  ...plain("o", "status", "currency_code", "canceled_at"),
  `'items', ${ITEMS}`,
  `'shipping_methods', ${SHIPPING_METHODS}`,
  `'credit_lines', ${CREDIT_LINES}`,
  `'transactions', ${TRANSACTIONS}`,
  `'stored_summary', ${STORED_SUMMARY}`,
  `'payment_collections', ${PAYMENT_COLLECTIONS}`
)} AS "order", ${CHANGES} AS changes
FROM "order" o WHERE o.id = ANY(:ids) AND o.deleted_at IS NULL`
