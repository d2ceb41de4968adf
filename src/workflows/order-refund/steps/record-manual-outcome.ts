import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { canBeAsked } from "../../gateway/can-be-asked"
import { actorOf, getOrderRefund } from "../../common/get-order-refund"
import { refundError } from "../../common/refund-error"
import { refundsModule } from "../../common/refunds-module"
import { revokeRefund } from "../revoke-refund"
import type { ResolveOrderRefundInput } from "../types"

export const recordManualOutcomeStepId = "record-manual-outcome"

/**
 * Records what a person found at a payment provider that cannot be asked. What
 * did not arrive is given back, unless another payment of the refund moved.
 *
 * @throws order_refund_not_found, refund_not_resolvable
 */
export const recordManualOutcomeStep = createStep(
  recordManualOutcomeStepId,
  async (input: ResolveOrderRefundInput, { container }) => {
    const { arrived, reference, note } = input
    const refund = await getOrderRefund(container, input.order_refund_id)
    const unknown = refund.transactions.filter(
      (each) => each.status === "unknown" && !canBeAsked(container, each)
    )
    if (!unknown.length) {
      throw refundError({
        code: "refund_not_resolvable",
        message: `Order refund ${refund.id} is ${refund.status}: no payment provider has left its outcome open.`,
        details: { order_refund_id: refund.id, status: refund.status },
      })
    }
    const service = refundsModule(container)
    const audit = {
      actor: actorOf(input.user_id),
      action: arrived ? "arrived" : "did_not_arrive",
      details: { note: note ?? null },
    }
    for (const { id } of unknown) {
      await service.transactions.transition({
        transaction_id: id,
        from: ["unknown"],
        to: arrived ? "succeeded" : "failed",
        patch: arrived
          ? {
              failure_code: null,
              failure_reason: null,
              reference: reference ?? null,
            }
          : { failure_code: "not_executed" },
        audit,
      })
    }
    if (!arrived) {
      await revokeRefund(container, refund.id, audit)
    }
    return new StepResponse({ before: refund.status })
  }
)
