import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { hasFailed } from "../../../domain"
import { declinedError } from "../../gateway/declined-error"
import { getOrderRefund } from "../../common/get-order-refund"

export const refuseDeclinedRetryStepId = "refuse-declined-retry"

/**
 * Tells the merchant that the gateway refused again, in its own words. The
 * order still owes the money: the grant stays.
 *
 * @throws provider_declined
 */
export const refuseDeclinedRetryStep = createStep(
  refuseDeclinedRetryStepId,
  async (
    input: { order_refund_id: string; transaction_ids: string[] },
    { container }
  ) => {
    const refund = await getOrderRefund(container, input.order_refund_id)
    const tried = refund.transactions.filter(({ id }) =>
      input.transaction_ids.includes(id)
    )
    if (tried.length && tried.every(({ status }) => hasFailed(status))) {
      throw declinedError(refund.id, tried)
    }
    return new StepResponse(undefined)
  }
)
