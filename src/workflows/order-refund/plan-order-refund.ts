import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { RefundRequest } from "../../types"
import { planOrderRefundStep } from "./steps/plan-order-refund"
import { replanOrderRefundStep } from "./steps/replan-order-refund"
import type { CreateOrderRefundInput } from "./types"

export const planOrderRefundWorkflowId = "plan-order-refund"

/**
 * What a refund would do. The preview and `createOrderRefundWorkflow` run this, so
 * that a store's hooks decide about both in the same way. Writes nothing.
 *
 * Hook `planned`: gets the plan, and may return another request (fewer units, a
 * lower amount for a restocking fee), which is planned instead, within the same
 * limits. Hook `validate`: gets the final plan, and refuses by throwing.
 *
 * @throws the codes of `docs/errors.md`
 * @example
 * planOrderRefundWorkflow.hooks.validate(({ plan }) => {
 *   if (Number(plan.amount) > 500) {
 *     throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Ask the manager.")
 *   }
 * })
 */
export const planOrderRefundWorkflow = createWorkflow(
  planOrderRefundWorkflowId,
  (input: WorkflowData<CreateOrderRefundInput>) => {
    const first = planOrderRefundStep(input)
    const planned = createHook("planned", {
      order_id: input.order_id,
      request: input.request,
      plan: first.plan,
      additional_data: input.additional_data,
    })
    const changed = transform(
      { input, first, request: planned.getResult() },
      ({ input, first, request }) => ({
        input,
        planned: first,
        request: request as RefundRequest | undefined,
      })
    )
    const final = replanOrderRefundStep(changed)
    const validate = createHook("validate", {
      order_id: input.order_id,
      request: final.request,
      plan: final.plan,
      additional_data: input.additional_data,
    })
    return new WorkflowResponse(final, { hooks: [planned, validate] as const })
  }
)
