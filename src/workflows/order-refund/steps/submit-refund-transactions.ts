import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { hasFailed } from "../../../domain"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { refundsModule } from "../../common/refunds-module"
import { refundRequest } from "../../gateway/refund-request"
import { submitRequest } from "../../gateway/submit-request"
import type { ReservedOrderRefund } from "../types"

export const submitRefundTransactionsStepId = "submit-refund-transactions"

/**
 * Asks each payment's gateway for its part, one after the other. No database
 * transaction is open meanwhile. `submitting` is committed just before a call,
 * so that after a crash we know that the request may have left.
 *
 * No compensation: money that moved is never taken back by us.
 *
 * @returns the refund, and whether a gateway refused its part just now, or somebody
 *   else was at it
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
    let declined = false
    for (const transaction of input.reserved.replayed ? [] : waiting) {
      await renewOrderLock(container, input.lock)
      const written = await submitRequest(
        refundRequest(container, transaction, "workflow"),
        new Date()
      )
      declined ||= !written || hasFailed(written.status)
    }
    return new StepResponse({ ...input.reserved, declined })
  }
)
