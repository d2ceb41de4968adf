import { type MedusaOrder, wrongTotals } from "../../domain"
import {
  ChangeActionType,
  MathBN,
  Modules,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { BooksEntries, NewCreditLine, RefundRow } from "./books-entries"
import type { CreditLineMetadata } from "./credit-line-references"
import { correctSummary } from "./correct-books"
import { readOrder } from "./read-order"
import { readStoredBooks } from "./stored-books"
import { orderModule, paymentModule } from "../undocumented/undocumented"
import { removeUndoneDiscounts } from "../edit/undone-discounts"

/**
 * Writes entries through Medusa's modules, one after the other: what was written
 * before a crash is found by the next run.
 *
 * Money that came back goes first: Medusa corrects the summary of a version, and a
 * credit line makes a new one. The credit line comes before the order transaction:
 * the other way round the customer would owe the refund for a moment, and an order
 * edit confirmed just then would charge it.
 *
 * @throws when another change of the order is open: its credit lines were not written
 */
export async function writeEntriesThroughMedusa(
  container: MedusaContainer,
  order: MedusaOrder,
  entries: BooksEntries
): Promise<void> {
  await removeRefundRows(container, entries.removed_refund_rows)
  await removeOrderTransactions(container, order, entries.removed_transactions)
  for (const line of entries.credit_lines) {
    await writeCreditLine(container, order, line)
  }
  await writeOrderTransactions(container, order, entries.transactions)
  await writeRefundRows(container, entries.refund_rows)
  await correctAfterwards(container, order.id)
}

/** Medusa reads the summary and writes it back without a lock. */
async function correctAfterwards(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const order = await readOrder(container, orderId)
  const { summary } = order
    ? await readStoredBooks(container, order)
    : { summary: null }
  if (order && summary && wrongTotals(order, summary.totals).length) {
    await correctSummary(container, order, summary)
  }
}

/**
 * Lowers the order's total by a credit line, or raises it by a negative one.
 * The store API shows credit lines to customers: nothing private goes in.
 *
 * Not by Medusa's workflows. `create-order-credit-lines`, the only one that takes
 * a cancelled order, has a hook in which a store may give money: the loyalty
 * plugin credits the customer's account with every line below zero, and fails
 * for guests. With it a refund of 125.41 that was withdrawn left the customer
 * 125.41 to spend. The module has no hooks.
 *
 * @throws when another change of the order is open: nothing was written
 */
async function writeCreditLine(
  container: MedusaContainer,
  order: MedusaOrder,
  line: NewCreditLine
): Promise<void> {
  await removeUndoneDiscounts(container, order)
  const { amount, created_by, shown, ...credit_line } = line
  const orders = container.resolve(Modules.ORDER)
  const metadata: CreditLineMetadata = { credit_line }
  const { id } = await orders.createOrderChange({
    order_id: order.id,
    change_type: OrderChangeType.CREDIT_LINE,
    metadata,
    ...(created_by ? { created_by } : {}),
    actions: [
      {
        action: ChangeActionType.CREDIT_LINE_ADD,
        amount,
        ...(shown ?? credit_line),
      },
    ],
  })
  try {
    await orders.confirmOrderChange({ id })
  } catch (error) {
    await orders.cancelOrderChange({ id })
    throw error
  }
}

async function writeOrderTransactions(
  container: MedusaContainer,
  { id: order_id, currency_code }: MedusaOrder,
  transactions: BooksEntries["transactions"]
): Promise<void> {
  if (transactions.length) {
    await container
      .resolve(Modules.ORDER)
      .addOrderTransactions(
        transactions.map((entry) => ({ order_id, currency_code, ...entry }))
      )
  }
}

/**
 * Takes order transactions back: their money came back. Medusa corrects the
 * summary of the version that a transaction was written at, so it is moved to
 * the current version first.
 */
async function removeOrderTransactions(
  container: MedusaContainer,
  order: MedusaOrder,
  ids: string[]
): Promise<void> {
  if (ids.length) {
    const orders = orderModule(container)
    await orders.updateOrderTransactions(
      ids.map((id) => ({ id, version: order.version }))
    )
    await orders.softDeleteOrderTransactions(ids)
  }
}

/**
 * Writes native refund rows without calling the provider, and brings the
 * payment collections' `refunded_amount` up to date. Rows are keyed by our id:
 * running it again writes nothing twice.
 */
async function writeRefundRows(
  container: MedusaContainer,
  refunds: RefundRow[]
): Promise<void> {
  if (!refunds.length) {
    return
  }
  const payments = paymentModule(container)
  const known = await payments.listRefunds(
    { id: refunds.map(({ id }) => id) },
    { select: ["id"] }
  )
  const written = new Set(known.map(({ id }) => id))
  const missing = refunds.filter(({ id }) => !written.has(id))
  if (missing.length) {
    await payments.createRefunds(missing)
  }
  await updateCollections(
    container,
    refunds.map(({ payment_id }) => payment_id)
  )
}

/**
 * Takes native refund rows back, ours or Medusa's own: their money came back.
 * They are soft-deleted, so that the payment's history stays readable.
 */
async function removeRefundRows(
  container: MedusaContainer,
  refunds: { id: string; payment_id: string }[]
): Promise<void> {
  if (refunds.length) {
    await paymentModule(container).softDeleteRefunds(
      refunds.map(({ id }) => id)
    )
    await updateCollections(
      container,
      refunds.map(({ payment_id }) => payment_id)
    )
  }
}

/** Medusa's own method for this is private; the sum is the same. */
async function updateCollections(
  container: MedusaContainer,
  paymentIds: string[]
): Promise<void> {
  const payments = paymentModule(container)
  const touched = await payments.listPayments(
    { id: paymentIds },
    { select: ["id", "payment_collection_id"] }
  )
  const collections = await payments.listPaymentCollections(
    { id: [...new Set(touched.map((p) => p.payment_collection_id))] },
    { relations: ["payments.refunds"] }
  )
  for (const collection of collections) {
    const refunded = (collection.payments ?? [])
      .flatMap((payment) => payment.refunds ?? [])
      .map((refund) => refund.raw_amount ?? refund.amount)
    await payments.updatePaymentCollections(collection.id, {
      refunded_amount: MathBN.sum(0, ...refunded).toFixed(),
    })
  }
}
