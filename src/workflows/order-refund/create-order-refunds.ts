import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { createOrderRefundsStep } from "./steps/create-order-refunds"
import type { CreateOrderRefundInput } from "./types"

export const createOrderRefundsWorkflowId = "create-order-refunds"

/**
 * Refunds many orders, several at once, and paced by the option
 * `stripe.maxRequestsPerSecond`. One that is refused keeps none from the others.
 * For lists that do not fit into memory: `refundOrders`.
 *
 * @returns what came of each, in the order in which they ended: the id of its order
 *   refund, or an error with its code
 * @example
 * const { result } = await createOrderRefundsWorkflow(container).run({
 *   input: {
 *     refunds: orders.map(({ id }) => ({
 *       order_id: id,
 *       request: { items: "all", shipping: "all" },
 *       idempotency_key: `concert-cancelled-${id}`,
 *     })),
 *   },
 * })
 * const refused = result.filter(({ error }) => error)
 */
export const createOrderRefundsWorkflow = createWorkflow(
  createOrderRefundsWorkflowId,
  (input: WorkflowData<{ refunds: CreateOrderRefundInput[] }>) =>
    new WorkflowResponse(createOrderRefundsStep(input))
)
