import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../domain/plan-types"
import type { MedusaOrder } from "./medusa-order"
import { CREDIT_LINE_WORKFLOW } from "./undocumented"

/** One refund as the order's ledger of transactions should know it. */
export type OrderRefundTransaction = {
  /** The native refund row's id: Medusa's own workflows look for it there. */
  refund_id: string
  amount: Decimal
}

const isKnown = (
  known: { reference: string | null; reference_id: string | null }[],
  reference: string,
  id: string
) =>
  known.some(
    (entry) => entry.reference === reference && entry.reference_id === id
  )

/**
 * Lowers the order's total by a credit line, once per reference id. The store
 * API shows credit lines to customers, so nothing private goes into them.
 *
 * @throws when another change of the order is open: nothing was written
 */
export async function writeCreditLine(
  container: MedusaContainer,
  order: MedusaOrder,
  line: {
    reference: string
    reference_id: string
    amount: Decimal
    created_by: string | null
  }
): Promise<void> {
  if (isKnown(order.credit_lines, line.reference, line.reference_id)) {
    return
  }
  await container.resolve(Modules.WORKFLOW_ENGINE).run(CREDIT_LINE_WORKFLOW, {
    input: {
      order_id: order.id,
      amount: line.amount,
      reference: line.reference,
      referenceId: line.reference_id,
      ...(line.created_by ? { created_by: line.created_by } : {}),
    },
  })
}

/** Writes what left the store as order transactions, once per native refund row. */
export async function writeOrderTransactions(
  container: MedusaContainer,
  order: MedusaOrder,
  refunds: OrderRefundTransaction[]
): Promise<void> {
  const missing = refunds.filter(
    ({ refund_id }) => !isKnown(order.transactions, "refund", refund_id)
  )
  if (!missing.length) {
    return
  }
  await container.resolve(Modules.ORDER).addOrderTransactions(
    missing.map(({ refund_id, amount }) => ({
      order_id: order.id,
      amount: `-${amount}`,
      currency_code: order.currency_code,
      reference: "refund",
      reference_id: refund_id,
    }))
  )
}
