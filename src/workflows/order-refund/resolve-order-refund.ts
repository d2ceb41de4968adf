import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { emitOrderRefundEventsStep } from "./steps/emit-order-refund-events"
import { recordManualOutcomeStep } from "./steps/record-manual-outcome"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
import type { ResolveOrderRefundInput } from "./types"

export const resolveOrderRefundWorkflowId = "resolve-order-refund"

/**
 * Says what became of a refund whose payment provider never answered and cannot
 * be asked. What Stripe left open resolves by itself.
 *
 * @throws order_refund_not_found, refund_not_resolvable
 * @example
 * await resolveOrderRefundWorkflow(container).run({
 *   input: { order_refund_id: "orref_1", order_id: "order_1", arrived: true },
 * })
 */
export const resolveOrderRefundWorkflow = createWorkflow(
  resolveOrderRefundWorkflowId,
  (input: WorkflowData<ResolveOrderRefundInput>) => {
    const lock = acquireOrderLockStep(input)
    const { before } = recordManualOutcomeStep(input)
    const books = transform({ input }, ({ input }) => ({
      order_refund_id: input.order_refund_id,
      actor: resolveOrderRefundWorkflowId,
    }))
    writeRefundBooksStep(books)
    emitOrderRefundEventsStep({
      order_refund_id: input.order_refund_id,
      before,
    })
    releaseOrderLockStep(lock)
    return new WorkflowResponse({ order_refund_id: input.order_refund_id })
  }
)
