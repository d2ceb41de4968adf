import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundTransactionRecord } from "../../../domain"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { refundsModule } from "../../common/refunds-module"
import { recordOutcome, sendToGateway } from "../../gateway/submit-transaction"
import type { ReservedOrderRefund } from "../types"

export const submitRefundTransactionsStepId = "submit-refund-transactions"

/**
 * Asks each payment's gateway for its part, one after the other. No database
 * transaction is open meanwhile. `submitting` is committed just before a call,
 * so that after a crash we know that the request may have left.
 *
 * No compensation: money that moved is never taken back by us.
 */
export const submitRefundTransactionsStep = createStep(
  submitRefundTransactionsStepId,
  async (
    input: { lock: OrderLock; reserved: ReservedOrderRefund },
    { container }
  ) => {
    const refund = await refundsModule(container).orderRefunds.find({
      id: input.reserved.order_refund_id,
    })
    const waiting = (refund?.transactions ?? []).filter(
      ({ status }) => status === "reserved"
    )
    for (const transaction of input.reserved.replayed ? [] : waiting) {
      await renewOrderLock(container, input.lock)
      await submit(container, transaction)
    }
    return new StepResponse(undefined)
  }
)

async function submit(
  container: MedusaContainer,
  transaction: RefundTransactionRecord
): Promise<void> {
  const now = new Date()
  const { changed } = await refundsModule(container).transactions.transition({
    transaction_id: transaction.id,
    from: ["reserved"],
    to: "submitting",
    patch: { attempts: 1, first_attempt_at: now, last_attempt_at: now },
    audit: { actor: "workflow", action: "submitting" },
  })
  if (changed) {
    const outcome = await sendToGateway(container, transaction)
    await recordOutcome(container, transaction, outcome, "workflow")
  }
}
