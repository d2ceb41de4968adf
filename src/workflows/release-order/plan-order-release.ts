import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { ReleaseRequest } from "../../domain"
import { planOrderReleaseStep } from "./steps/plan-order-release"
import { replanOrderReleaseStep } from "./steps/replan-order-release"
import type { CreateOrderReleaseInput } from "./types"

export const planOrderReleaseWorkflowId = "plan-order-release"

/**
 * What a release would do. The preview and `createOrderReleaseWorkflow` run this,
 * so that a store's hooks decide about both in the same way. Writes nothing.
 *
 * Hook `planned`: gets the plan, and may return another request, which is planned
 * instead. Hook `validate`: gets the final plan, and refuses by throwing.
 *
 * @throws the codes of `docs/errors.md`
 * @example
 * planOrderReleaseWorkflow.hooks.validate(({ plan }) => {
 *   if (plan.kind === "void") {
 *     throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Cancel the order instead.")
 *   }
 * })
 */
export const planOrderReleaseWorkflow = createWorkflow(
  planOrderReleaseWorkflowId,
  (input: WorkflowData<CreateOrderReleaseInput>) => {
    const first = planOrderReleaseStep(input)
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
        request: request as ReleaseRequest | undefined,
      })
    )
    const final = replanOrderReleaseStep(changed)
    const validate = createHook("validate", {
      order_id: input.order_id,
      request: final.request,
      plan: final.plan,
      additional_data: input.additional_data,
    })
    return new WorkflowResponse(final, { hooks: [planned, validate] as const })
  }
)
