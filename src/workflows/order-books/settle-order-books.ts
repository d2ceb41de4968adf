import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrder, settleSummary } from "../../ledger"
import {
  isLeftToMedusa,
  isSummaryBehind,
  orderGoods,
  refundsToSettle,
} from "../../domain"
import { refundsModule } from "../common/refunds-module"
import { updateWhatIsDue } from "./write-books"
import { writeBooksSafely } from "./write-books-safely"

/**
 * Brings the books of an order to what its goods did: units that were refunded
 * and returned or taken off later are not owed twice, and what a cancelled return
 * had let the order owe is granted by a credit line again.
 *
 * The caller holds the order's lock. While a change is open it only notes that the
 * books are behind; it runs again when that is closed. Running it twice changes
 * nothing.
 */
export async function settleOrderBooks(
  container: MedusaContainer,
  orderId: string,
  actor: string
): Promise<void> {
  const service = refundsModule(container)
  const { order_refunds } = await service.orderRefunds.readOrderRecords(orderId)
  const order = await readOrder(container, orderId)
  if (order && isSummaryBehind(order)) {
    await settleSummary(container, orderId)
  }
  if (!order) {
    return
  }
  const goods = orderGoods(order, order_refunds)
  // Each reads the order again: a rest that nobody can pay is settled once.
  const off = refundsToSettle(order, order_refunds, goods)
  if (order.active_change) {
    // If nobody tells that it was closed, the job of unfinished refunds finds them.
    await service.books.noteBehind(off.map(({ id }) => id))
    return
  }
  const now = new Date()
  const ours = off.filter((refund) => !isLeftToMedusa(refund, now))
  let settled = ours.length === off.length
  for (const refund of ours) {
    settled = (await writeBooksSafely(container, refund, actor)) && settled
  }
  // An exchange lets Medusa ask the customer for the difference, before it is
  // known that what came back was refunded already.
  if (off.length) {
    await updateWhatIsDue(container, orderId)
  }
  // What could not be written stays noted as open, and the job tries again.
  if (settled) {
    await service.books.noteSettled(orderId, order.version)
  }
}
