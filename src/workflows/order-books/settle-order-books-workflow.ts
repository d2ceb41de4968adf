import {
  createStep,
  createWorkflow,
  StepResponse,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { settleOrderBooks } from "./settle-order-books"
import { trimEditedLines } from "./trim-edited-lines"

export const settleOrderBooksWorkflowId = "settle-order-books"

const settleOrderBooksStep = createStep(
  "settle-order-books",
  async ({ order_id }: { order_id: string }, { container }) => {
    await settleOrderBooks(container, order_id, settleOrderBooksWorkflowId)
    return new StepResponse(undefined)
  }
)

const trimEditedLinesStep = createStep(
  "trim-edited-lines",
  async ({ order_id }: { order_id: string }, { container }) => {
    await trimEditedLines(container, order_id)
    return new StepResponse(undefined)
  }
)

/**
 * Lets an order owe what it really owes, after goods moved in Medusa's own
 * screens: returns, claims, exchanges and edits of units that were refunded
 * before. Frees stock that an edit there reserved twice. Runs by itself when a
 * change of an order is closed.
 *
 * @example
 * await settleOrderBooksWorkflow(container).run({
 *   input: { order_id: "order_1" },
 * })
 */
export const settleOrderBooksWorkflow = createWorkflow(
  settleOrderBooksWorkflowId,
  (input: WorkflowData<{ order_id: string }>) => {
    const lock = acquireOrderLockStep(input)
    settleOrderBooksStep(input)
    trimEditedLinesStep(input)
    releaseOrderLockStep(lock)
    return new WorkflowResponse({ order_id: input.order_id })
  }
)
