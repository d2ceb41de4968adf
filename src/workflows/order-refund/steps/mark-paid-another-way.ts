import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { RefundTransactionRecord } from "../../../modules/refunds/types"
import { failedParts, notFailed } from "../lib/failed-parts"
import { actorOf, getOrderRefund } from "../lib/get-order-refund"
import { refundsModule } from "../lib/refunds-module"
import type { SettleOrderRefundInput } from "../types"

/**
 * Records that the failed part was paid outside of every payment provider.
 *
 * @throws order_refund_not_found, refund_not_retryable
 */
export const markPaidAnotherWayStep = createStep(
  "mark-paid-another-way",
  async (input: SettleOrderRefundInput, { container }) => {
    const refund = await getOrderRefund(container, input.order_refund_id)
    const done = await refundsModule(container).settleFailed(refund.id, {
      replacements: failedParts(refund).map((transaction) => ({
        replaces: transaction.id,
        transaction: paidAnotherWay(transaction),
      })),
      reference: input.reference,
      now: new Date(),
      audit: {
        actor: actorOf(input.user_id),
        action: "settled_another_way",
        details: { reference: input.reference, note: input.note ?? null },
      },
    })
    if (!done) {
      throw notFailed(refund)
    }
    return new StepResponse({ before: refund.status })
  }
)

/** Nothing is ever sent for it: there is no gateway behind this movement. */
function paidAnotherWay({
  payment_id,
  provider_id,
  amount,
}: RefundTransactionRecord) {
  const id = generateEntityId(undefined, "reftrx")
  return {
    id,
    payment_id,
    provider_id,
    amount,
    idempotency_key: id,
    medusa_refund_id: generateEntityId(undefined, "ref"),
    request: { minor_amount: "0", target: null, metadata: {} },
  }
}
