import type { MedusaContainer } from "@medusajs/framework/types"
import {
  amountDue,
  booksToWrite,
  type BooksToWrite,
  CREDIT_LINE_REFERENCE,
  hasFailed,
  hasMoved,
  isZero,
  type MedusaOrder,
  negate,
  orderGoods,
  type OrderRefundRecord,
  OUR_REFERENCES,
  refundsToSettle,
  type RefundTransactionRecord,
  ROUNDING_REFERENCE,
} from "../../domain"
import {
  type BooksEntries,
  cancelUnfinishedCreditLine,
  NO_ENTRIES,
  readOrder,
  removeIdleCollections,
  trimReservations,
  updateUnpaidCollection,
  writeAsRead,
} from "../../ledger"
import { readOrderRefundState } from "../common/read-order-state"
import { refundsModule } from "../common/refunds-module"
import { shownReference } from "./shown-reference"
import { withdrawByItself } from "./withdraw-by-itself"
import { withNativeCredit } from "./with-native-credit"

/**
 * Brings Medusa's books to what our records say, whatever was written before:
 * running this again, after a crash at any point, changes nothing.
 *
 * A native row is there only while its order transaction is: Medusa's own refund
 * writes one, with its own amount, for every row that has none. Only
 * while the order has an open change the row comes before the rest, which waits.
 *
 * @returns false when something has to wait: the order has an open change
 */
export async function writeBooks(
  container: MedusaContainer,
  { id, order_id }: Pick<OrderRefundRecord, "id" | "order_id">,
  actor: string
): Promise<boolean> {
  const { orderRefunds } = refundsModule(container)
  const written = await writeAsRead(
    container,
    () => readOrderToWrite(container, order_id),
    async (order) => {
      const { order_refunds } = await orderRefunds.readOrderRecords(order_id)
      // Whoever had the books until now may have written these, too.
      const found = order_refunds.find((each) => each.id === id)
      if (!found) {
        return null
      }
      const record = await withdrawByItself(container, found, actor)
      const refund = await withNativeCredit(container, record, order, actor)
      // In their own order: who is settled first must not depend on who is written.
      const all = order_refunds.map((each) => (each.id === id ? refund : each))
      // Units move between refunds: whose money is concerned follows from all of them.
      const goods = orderGoods(order, all).of(id)
      const todo = booksToWrite(refund, order, goods)
      const entries = await toEntries(container, refund, order, todo)
      return { order, refund, goods, todo, entries }
    }
  )
  if (!written) {
    return false
  }
  const { order, refund, goods, todo } = written
  if (order.active_change) {
    return false
  }
  if (order.goods.length) {
    await settleOthers(container, refund)
  }
  const movedJustNow = goods.moved && !refund.booked_at
  if (movedJustNow) {
    await freeStock(container, refund)
  }
  await removeIdleCollections(container, order)
  await noteBooks(container, refund, todo, actor)
  if (movedJustNow) {
    await updateWhatIsDue(container, refund.order_id)
  }
  return true
}

/**
 * Units that left the order count for the earliest refund of their line. When that
 * one is withdrawn they count for the next: of two mugs that were refunded one came
 * back, the first refund fails and is withdrawn, and the second paid for the one
 * that is back. Before this refund is noted as booked, so that no crash leaves the
 * order owing it twice.
 */
async function settleOthers(
  container: MedusaContainer,
  refund: OrderRefundRecord
): Promise<void> {
  const { order_refunds } = await refundsModule(
    container
  ).orderRefunds.readOrderRecords(refund.order_id)
  const read = async () => {
    const order = await readOrder(container, refund.order_id)
    return order?.active_change ? null : order
  }
  const order = await read()
  const others = order
    ? refundsToSettle(order, order_refunds, orderGoods(order, order_refunds))
    : []
  for (const other of others) {
    if (other.id === refund.id || !other.booked_at) {
      continue
    }
    await writeAsRead(container, read, async (now) => {
      const goods = orderGoods(now, order_refunds).of(other.id)
      const lines = booksToWrite(other, now, goods)
      const credit_lines = await creditLines(container, other, now, lines)
      return { entries: { ...NO_ENTRIES, credit_lines } }
    })
  }
}

/** A crash may have left it out when the goods moved. */
async function freeStock(
  container: MedusaContainer,
  { order_id, lines }: OrderRefundRecord
): Promise<void> {
  const cancelled = lines.filter(({ restock }) => restock === "cancel")
  await trimReservations(
    container,
    order_id,
    cancelled.flatMap(({ item_id }) => item_id ?? [])
  )
}

/**
 * Lets the payment that waits for the customer follow. After the books are noted:
 * until then our records claim what Medusa's have paid out already.
 */
export async function updateWhatIsDue(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const state = await readOrderRefundState(container, orderId)
  await updateUnpaidCollection(container, state.order, amountDue(state))
}

/** A change of ours that a crash left open must not keep us waiting for ever. */
async function readOrderToWrite(
  container: MedusaContainer,
  orderId: string
): Promise<MedusaOrder | null> {
  const order = await readOrder(container, orderId)
  const stopped =
    order &&
    (await cancelUnfinishedCreditLine(
      container,
      order,
      OUR_REFERENCES,
      new Date()
    ))
  return stopped ? await readOrder(container, orderId) : order
}

/** While a change of the order is open, only its payments' rows are written. */
async function toEntries(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  order: MedusaOrder,
  todo: BooksToWrite
): Promise<BooksEntries> {
  const entries = {
    ...NO_ENTRIES,
    refund_rows: todo.rows.missing.map((each) => refundRow(refund, each)),
    removed_refund_rows: todo.rows.gone.map(
      ({ medusa_refund_id: id, payment_id }) => ({ id, payment_id })
    ),
  }
  return order.active_change
    ? entries
    : {
        ...entries,
        credit_lines: await creditLines(container, refund, order, todo),
        transactions: todo.payouts.missing.map(({ amount, ...about }) => ({
          ...about,
          amount: negate(amount),
        })),
        removed_transactions: todo.payouts.gone,
      }
}

async function creditLines(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  order: MedusaOrder,
  { credit, rounding }: Pick<BooksToWrite, "credit" | "rounding">
): Promise<BooksEntries["credit_lines"]> {
  const { id: reference_id, created_by } = refund
  const shown = await shownReference(container, refund, order, credit)
  return [
    { reference: CREDIT_LINE_REFERENCE, amount: credit, shown },
    { reference: ROUNDING_REFERENCE, amount: rounding },
  ]
    .filter(({ amount }) => !isZero(amount))
    .map((line) => ({ ...line, reference_id, created_by }))
}

/** Notes in our records what the books say now. */
async function noteBooks(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  { complete }: BooksToWrite,
  actor: string
): Promise<void> {
  const ids = (matches: (transaction: RefundTransactionRecord) => boolean) =>
    refund.transactions.filter(matches).map(({ id }) => id)
  const booked = ids(({ status, booked_at }) => hasMoved(status) && !booked_at)
  const unbooked = ids(({ status, booked_at }) =>
    Boolean(hasFailed(status) && booked_at)
  )
  if (booked.length || unbooked.length || (complete && !refund.booked_at)) {
    await refundsModule(container).books.markBooked({
      order_refund_id: refund.id,
      booked,
      unbooked,
      seen: refund.transactions,
      complete,
      audit: { actor, action: "booked" },
    })
  }
}

const refundRow = (
  refund: OrderRefundRecord,
  transaction: RefundTransactionRecord
) => ({
  id: transaction.medusa_refund_id,
  payment_id: transaction.payment_id,
  amount: transaction.amount,
  created_by: refund.created_by,
  note: refund.note,
  refund_reason_id: refund.refund_reason_id,
  metadata: {
    order_refund_id: refund.id,
    refund_transaction_id: transaction.id,
    stripe_refund_id: transaction.stripe_refund_id,
  },
})
