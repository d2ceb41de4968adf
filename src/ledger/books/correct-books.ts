import {
  type Decimal,
  type MedusaOrder,
  rightSummary,
  type StoredBooks,
  storedTotal,
} from "../../domain"
import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { paymentModule } from "../undocumented/undocumented"
import {
  refundRowModule,
  summaryModule,
} from "../undocumented/undocumented-summary"
import { withFigures } from "./summary-after"

/** Brings the stored `refunded_amount` of payment collections to their rows. */
export async function correctRefundedAmounts(
  container: MedusaContainer,
  collections: StoredBooks["collections"]
): Promise<void> {
  for (const { id, rows } of collections) {
    await paymentModule(container).updatePaymentCollections(id, {
      refunded_amount: rows,
    })
  }
}

/** Gives Medusa's refund rows the amounts that were really given back. */
export async function correctRefundRows(
  container: MedusaContainer,
  refunds: { id: string; amount: Decimal }[]
): Promise<void> {
  if (refunds.length) {
    await refundRowModule(container).updateRefunds(refunds)
  }
}

/** Writes the order transactions that captures lack, as Medusa writes them. */
export async function writeCaptureTransactions(
  container: MedusaContainer,
  order: MedusaOrder,
  captures: Pick<StoredBooks["captures"][number], "id" | "amount">[]
): Promise<void> {
  if (captures.length) {
    await container.resolve(Modules.ORDER).addOrderTransactions(
      captures.map(({ id, amount }) => ({
        order_id: order.id,
        amount,
        currency_code: order.currency_code,
        reference: "capture",
        reference_id: id,
      }))
    )
  }
}

/**
 * Brings an order's stored summary to its transactions. Medusa reads it, adds,
 * and writes it back without a lock, so two writers can lose one's figure. It
 * has no call to compute it anew.
 * Source: @medusajs/order/dist/services/order-module-service.js,
 * `updateOrderPaidRefundableAmount_`
 */
export async function correctSummary(
  container: MedusaContainer,
  order: MedusaOrder,
  summary: NonNullable<StoredBooks["summary"]>
): Promise<void> {
  const { id, totals } = summary
  const total = storedTotal(totals, "current_order_total")
  await summaryModule(container).updateOrderSummaries([
    { id, totals: withFigures(totals, rightSummary(order, total)) },
  ])
}
