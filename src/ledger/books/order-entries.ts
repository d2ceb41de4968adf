import { generateEntityId } from "@medusajs/framework/utils"
import type { MedusaOrder } from "../../domain"
import type { NewCreditLine } from "./books-entries"
import type { CreditLineMetadata } from "./credit-line-references"
import { figure } from "./figure"
import type { OrderBooks, StoredSummary } from "./lock-orders"
import type { Statements } from "./statements"
import { summaryAfter } from "./summary-after"

/**
 * Writes the side of locked orders at their present versions, and what their
 * summaries come to. With a credit line go discounts of versions that the order
 * never reached (`removeUndoneDiscounts` says why): nobody makes such a version
 * while the order is locked, and no change is open then.
 */
export async function writeOrderEntries(
  transaction: Statements,
  books: (OrderBooks & { summary: StoredSummary })[]
): Promise<void> {
  const cleaned = books.flatMap(({ order, entries }) =>
    entries.credit_lines.length ? [order] : []
  )
  const items = cleaned.flatMap((order) => partsOf(order, order.items))
  const methods = cleaned.flatMap((order) =>
    partsOf(order, order.shipping_methods)
  )
  await transaction.raw(
    `WITH credit_lines AS (
       INSERT INTO order_credit_line
         (id, order_id, version, reference, reference_id, amount, raw_amount, metadata)
       SELECT id, order_id, version, reference, reference_id, amount, raw_amount, metadata
       FROM jsonb_to_recordset(:credit_lines) AS line (id text, order_id text,
         version integer, reference text, reference_id text, amount numeric,
         raw_amount jsonb, metadata jsonb)
     ), transactions AS (
       INSERT INTO order_transaction
         (id, order_id, version, currency_code, reference, reference_id, amount, raw_amount)
       SELECT id, order_id, version, currency_code, reference, reference_id, amount, raw_amount
       FROM jsonb_to_recordset(:transactions) AS entry (id text, order_id text,
         version integer, currency_code text, reference text, reference_id text,
         amount numeric, raw_amount jsonb)
     ), removed AS (
       UPDATE order_transaction SET deleted_at = now(), updated_at = now()
       WHERE id = ANY(:removed)
     ), undone_discounts AS (
       DELETE FROM order_line_item_adjustment adjustment
       USING jsonb_to_recordset(:items) AS item (id text, version integer)
       WHERE adjustment.item_id = item.id AND adjustment.version > item.version
         AND adjustment.item_id = ANY(:item_ids)
     ), undone_shipping_discounts AS (
       DELETE FROM order_shipping_method_adjustment adjustment
       USING jsonb_to_recordset(:shipping_methods) AS method (id text, version integer)
       WHERE adjustment.shipping_method_id = method.id
         AND adjustment.version > method.version
         AND adjustment.shipping_method_id = ANY(:shipping_method_ids)
     )
     UPDATE order_summary summary SET totals = later.totals, updated_at = now()
     FROM jsonb_to_recordset(:summaries) AS later (id text, totals jsonb)
     WHERE summary.id = later.id AND summary.id = ANY(:summary_ids)`,
    {
      credit_lines: JSON.stringify(
        books.flatMap(({ order, entries }) =>
          entries.credit_lines.map((line) => creditLineRow(line, order))
        )
      ),
      transactions: JSON.stringify(
        books.flatMap(({ order, entries }) =>
          entries.transactions.map((entry) => ({
            id: generateEntityId(undefined, "ordtrx"),
            order_id: order.id,
            version: order.version,
            currency_code: order.currency_code,
            ...entry,
            raw_amount: figure(entry.amount).raw,
          }))
        )
      ),
      removed: books.flatMap(({ entries }) => entries.removed_transactions),
      items: JSON.stringify(items),
      item_ids: items.map(({ id }) => id),
      shipping_methods: JSON.stringify(methods),
      shipping_method_ids: methods.map(({ id }) => id),
      summary_ids: books.map(({ summary }) => summary.id),
      summaries: JSON.stringify(
        books.map(({ order, entries, summary }) => ({
          id: summary.id,
          totals: summaryAfter(order, summary.totals, entries),
        }))
      ),
    }
  )
}

const partsOf = ({ version }: MedusaOrder, parts: { id: string }[]) =>
  parts.map(({ id }) => ({ id, version }))

/** As Medusa writes it, which copies the metadata into each later version. */
function creditLineRow(
  { amount, shown, reference, reference_id }: NewCreditLine,
  { id: order_id, version }: MedusaOrder
) {
  const about: CreditLineMetadata = { credit_line: { reference, reference_id } }
  return {
    id: generateEntityId(undefined, "ordcl"),
    order_id,
    version,
    ...(shown ?? { reference, reference_id }),
    amount,
    raw_amount: figure(amount).raw,
    metadata: { created_in_version: version, ...(shown && about) },
  }
}
