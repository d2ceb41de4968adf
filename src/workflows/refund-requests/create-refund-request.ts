import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createHook,
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { RefundRequestEvents } from "./events"
import { planRefundRequestStep } from "./steps/plan-refund-request"
import { recordRefundRequestStep } from "./steps/record-refund-request"
import type { CreateRefundRequestInput } from "./types"

export const createRefundRequestWorkflowId = "create-refund-request"

/**
 * Takes what a customer asks for, or declares, as far as the shop's policy and the
 * law allow it. Of requests for the same unit one is taken. Safe to run again with
 * the same `idempotency_key`.
 *
 * Hook `validate`: throwing refuses the request. Hook `created`: it is stored;
 * throwing takes it back. Neither runs for a known `idempotency_key`.
 *
 * @throws order_not_found, item_not_found, duplicate_item, request_not_allowed,
 *   already_requested, too_many_requests, idempotency_key_reused
 * @example
 * const { result } = await createRefundRequestWorkflow(container).run({
 *   input: {
 *     order_id: "order_1",
 *     kind: "refund",
 *     items: [{ item_id: "ordli_1", quantity: 1 }],
 *     idempotency_key: "form-4711",
 *   },
 * })
 */
export const createRefundRequestWorkflow = createWorkflow(
  createRefundRequestWorkflowId,
  (input: WorkflowData<CreateRefundRequestInput>) => {
    const planned = planRefundRequestStep(input)
    const validate = when(
      "request-is-new",
      { planned },
      ({ planned }) => !planned.replay
    ).then(() =>
      createHook("validate", {
        order_id: input.order_id,
        kind: input.kind,
        items: input.items,
        additional_data: input.additional_data,
      })
    )
    const recorded = recordRefundRequestStep(planned)
    const created = when(
      "request-was-new",
      { recorded },
      ({ recorded }) => !recorded.replayed
    ).then(() => {
      emitEventStep({
        eventName: RefundRequestEvents.CREATED,
        data: transform({ recorded }, ({ recorded: { id, order_id } }) => ({
          id,
          order_id,
        })),
      })
      return createHook("created", {
        refund_request_id: recorded.id,
        order_id: input.order_id,
        additional_data: input.additional_data,
      })
    })
    return new WorkflowResponse(recorded, {
      hooks: [validate, created] as const,
    })
  }
)
