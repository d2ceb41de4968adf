import { emitEventStep } from "@medusajs/medusa/core-flows"
import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { RefundRequestEvents } from "./events"
import { planWithdrawalStep } from "./steps/plan-withdrawal"
import { recordRefundRequestStep } from "./steps/record-refund-request"
import type { DeclareWithdrawalInput } from "./types"

export const declareWithdrawalWorkflowId = "declare-withdrawal"

/**
 * Takes a consumer's declaration that they withdraw from a contract, with what the
 * law lets a shop ask for and no more: name, order, e-mail address. It is taken
 * whatever the number says; one that belongs to no order waits for the shop to
 * assign it. The same declaration within minutes is one.
 *
 * Source: Directive 2011/83/EU, Art. 11a, as of Directive (EU) 2023/2673
 * @example
 * const { result } = await declareWithdrawalWorkflow(container).run({
 *   input: {
 *     name: "Ada Lovelace",
 *     order_number: "1042",
 *     email: "ada@example.com",
 *   },
 * })
 */
export const declareWithdrawalWorkflow = createWorkflow(
  declareWithdrawalWorkflowId,
  (input: WorkflowData<DeclareWithdrawalInput>) => {
    const planned = planWithdrawalStep(input)
    const recorded = recordRefundRequestStep(planned)
    when(
      "withdrawal-was-new",
      { recorded },
      ({ recorded }) => !recorded.replayed
    ).then(() =>
      emitEventStep({
        eventName: RefundRequestEvents.CREATED,
        data: transform({ recorded }, ({ recorded: { id, order_id } }) => ({
          id,
          order_id,
        })),
      })
    )
    return new WorkflowResponse(recorded)
  }
)
