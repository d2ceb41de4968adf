import type { MedusaContainer } from "@medusajs/framework/types"
import {
  correctRefundedAmounts,
  correctRefundRows,
  correctSummary,
  writeCaptureTransactions,
} from "../../ledger/books/correct-books"
import { readStoredBooks } from "../../ledger/books/stored-books"
import { withBooks } from "../../workflows/common/with-books"
import { readOrderRefundState } from "../../workflows/common/read-order-state"
import { type Found, missingCaptures, wrongRows } from "../../domain"
import { withOrderLock } from "../../workflows/common/with-order-lock"

/**
 * Computes anew what Medusa stores beside its entries, from figures that are read
 * while nobody else of ours writes the books.
 */
export async function correctOrder(
  container: MedusaContainer,
  orderId: string,
  found: Found[],
  now: Date
): Promise<void> {
  const has = (code: Found["code"]) => found.some((each) => each.code === code)
  const read = async () => {
    const { order, records } = await readOrderRefundState(container, orderId)
    const stored = await readStoredBooks(container, order)
    return { order, stored, refunds: records.order_refunds }
  }
  const correct = async () => {
    const { order, stored, refunds } = await read()
    const clear = found.filter(
      ({ code, mend }) => code === "refund_row_amount_differs" && mend.length
    )
    await correctRefundRows(
      container,
      wrongRows(
        order,
        refunds,
        clear.map(({ about }) => about)
      )
    )
    if (has("capture_transactions_differ")) {
      const missing = missingCaptures({ order, stored, now })
      await writeCaptureTransactions(container, order, missing)
    }
    // The sums follow from the entries, hence from what was just written.
    const written = await read()
    await correctRefundedAmounts(container, written.stored.collections)
    if (written.stored.summary && has("order_summary_differs")) {
      await correctSummary(container, written.order, written.stored.summary)
    }
  }
  // The script is another process: without a shared lock only the lease holds.
  await withOrderLock(container, orderId, () =>
    withBooks(container, orderId, correct)
  )
}
