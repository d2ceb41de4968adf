import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { finishReleaseStep } from "./steps/finish-release"

export const finishOrderReleaseWorkflowId = "finish-order-release"

/**
 * Finishes a release that a crash, a lost answer or an open order change left
 * half done. Running it on a finished one changes nothing.
 *
 * @example
 * await finishOrderReleaseWorkflow(container).run({
 *   input: { order_release_id: "ordrel_1", order_id: "order_1" },
 * })
 */
export const finishOrderReleaseWorkflow = createWorkflow(
  finishOrderReleaseWorkflowId,
  (input: WorkflowData<{ order_release_id: string; order_id: string }>) => {
    const lock = acquireOrderLockStep(input)
    finishReleaseStep({
      lock,
      order_release_id: input.order_release_id,
      actor: finishOrderReleaseWorkflowId,
    })
    releaseOrderLockStep(lock)
    return new WorkflowResponse({ order_release_id: input.order_release_id })
  }
)
