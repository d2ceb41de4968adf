import type { MedusaContainer } from "@medusajs/framework/types"
import {
  amountOf,
  currencyOf,
  failedTransactions,
  isMedusasOwn,
  negate,
  payableAsTaken,
} from "../../domain"
import { readOrder } from "../../ledger"
import { paidAnotherWay } from "./paid-another-way"
import { refundsModule } from "../common/refunds-module"
import { writeBooksSafely } from "./write-books-safely"

/**
 * Closes failed refunds that another refund has paid: Medusa's own button pays
 * what the order owes, whatever it owes it for. Without this a retry would pay
 * the customer twice.
 */
export async function closePaidFailures(
  container: MedusaContainer,
  orderId: string,
  actor: string
): Promise<void> {
  const service = refundsModule(container)
  const { order_refunds } = await service.orderRefunds.readOrderRecords(orderId)
  const failed = order_refunds.filter(
    (refund) => failedTransactions(refund).length
  )
  if (!failed.length || order_refunds.some(({ booked_at }) => !booked_at)) {
    return
  }
  const order = await readOrder(container, orderId)
  if (!order || order.active_change) {
    return
  }
  const currency = currencyOf(order.currency_code)
  const payable = (amount: string) => payableAsTaken(amount, currency)
  const owed = payable(negate(order.pending_difference))
  const claimed = failed.reduce(
    (sum, refund) => sum + payable(amountOf(failedTransactions(refund))),
    0n
  )
  // An edit can also lower what the order owes; only Medusa's refunds pay it.
  const byMedusa = order_refunds
    .filter((refund) => isMedusasOwn(refund) && !refund.revoked_at)
    .flatMap(({ lines }) => lines)
    .filter(({ kind }) => kind === "outstanding")
    .reduce((sum, { amount }) => sum + payable(amount), 0n)
  const gone = claimed - (owed > 0n ? owed : 0n)
  let paid = gone < byMedusa ? gone : byMedusa
  for (const refund of failed) {
    const transactions = failedTransactions(refund)
    const amount = payable(amountOf(transactions))
    if (amount <= paid) {
      paid -= amount
      await service.failedRefunds.settle(refund.id, {
        replacements: transactions.map((transaction) => ({
          replaces: transaction.id,
          transaction: paidAnotherWay(transaction),
        })),
        method: "refund",
        reference: null,
        now: new Date(),
        audit: { actor, action: "paid_by_another_refund" },
      })
      await writeBooksSafely(container, refund, actor)
    }
  }
}
