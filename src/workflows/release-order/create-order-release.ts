import {
  createHook,
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { lowerHeldAmountsStep } from "./steps/lower-held-amounts"
import { refuseDeclinedReleaseStep } from "./steps/refuse-declined-release"
import { planOrderReleaseWorkflow } from "./plan-order-release"
import { findReplayedReleaseStep } from "./steps/find-replayed-release"
import { reserveOrderReleaseStep } from "./steps/reserve-order-release"
import { submitReleasePaymentsStep } from "./steps/submit-release-payments"
import { writeReleaseBooksStep } from "./steps/write-release-books"
import type { CreateOrderReleaseInput } from "./types"

export const createOrderReleaseWorkflowId = "create-order-release"

/**
 * Lets authorised money go that was not captured: everything voids the payments
 * and cancels the order; a part captures less and takes its units off the order.
 * Safe to run again with the same `idempotency_key`.
 *
 * Until a payment was captured or cancelled, everything undoes itself. After that
 * it only goes forward: what is recorded is enough to finish after a crash.
 *
 * Hook `reserved`: written down, and no provider was asked; throwing undoes it.
 * Hook `completed`: throwing undoes nothing. Neither runs for a known
 * `idempotency_key`. To refuse a release, or to change it, use the hooks of
 * `planOrderReleaseWorkflow`.
 *
 * @throws the codes of `docs/errors.md`
 * @returns the id of the release; its status says how far it is
 * @example
 * const { result } = await createOrderReleaseWorkflow(container).run({
 *   input: {
 *     order_id: "order_1",
 *     request: { items: [{ item_id: "ordli_1", quantity: 1 }] },
 *     idempotency_key: "ticket-4711",
 *   },
 * })
 */
export const createOrderReleaseWorkflow = createWorkflow(
  createOrderReleaseWorkflowId,
  (input: WorkflowData<CreateOrderReleaseInput>) => {
    const lock = acquireOrderLockStep(input)
    const replay = findReplayedReleaseStep(input)
    const planned = when(
      "release-is-new",
      { replay },
      ({ replay }) => !replay
    ).then(() => planOrderReleaseWorkflow.runAsStep({ input }))
    const reserved = reserveOrderReleaseStep(
      transform({ input, planned }, ({ input, planned }) => ({
        ...input,
        planned,
      }))
    )
    const reservedHook = when(
      "reservation-is-new",
      { reserved },
      ({ reserved }) => !reserved.replayed
    ).then(() =>
      createHook("reserved", {
        order_release_id: reserved.order_release_id,
        order_id: reserved.order_id,
        additional_data: input.additional_data,
      })
    )
    lowerHeldAmountsStep(reserved)
    submitReleasePaymentsStep({ lock, reserved })
    refuseDeclinedReleaseStep(reserved)
    writeReleaseBooksStep(reserved)
    const completedHook = when(
      "release-was-new",
      { reserved },
      ({ reserved }) => !reserved.replayed
    ).then(() =>
      createHook("completed", {
        order_release_id: reserved.order_release_id,
        order_id: reserved.order_id,
        additional_data: input.additional_data,
      })
    )
    releaseOrderLockStep(lock)
    return new WorkflowResponse(reserved, {
      hooks: [reservedHook, completedHook] as const,
    })
  }
)
