import {
  createHook,
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { OrderLock } from "../common/order-lock"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
import { planOrderRefundWorkflow } from "./plan-order-refund"
import { readBackDeclined } from "./read-back-declined"
import { emitOrderRefundEventsStep } from "./steps/emit-order-refund-events"
import { findReplayedRefundStep } from "./steps/find-replayed-refund"
import { moveGoodsStep } from "./steps/move-goods"
import { refuseDeclinedRefundStep } from "./steps/refuse-declined-refund"
import { reserveOrderRefundStep } from "./steps/reserve-order-refund"
import { submitRefundTransactionsStep } from "./steps/submit-refund-transactions"
import type { CreateOrderRefundInput } from "./types"

export const createOrderRefundWorkflowId = "create-order-refund"

/**
 * Refunds lines of an order: plans, reserves, moves the goods, asks the
 * gateways, writes Medusa's books. Safe to run again with the same
 * `idempotency_key`.
 *
 * Until goods have moved or money is asked for, everything undoes itself. After
 * that it only goes forward: what is recorded is enough to finish after a crash.
 *
 * Hook `reserved`: the money is reserved, nothing has moved; throwing undoes it.
 * Hook `completed`: the money was asked for and the books are written; throwing
 * undoes nothing. Neither runs for a known `idempotency_key`. To refuse a refund,
 * or to change it, use the hooks of `planOrderRefundWorkflow`.
 *
 * @param input with `lock`: the caller holds the order's lock, and goes on holding it
 * @throws the codes of `docs/errors.md`
 * @returns the id of the order refund; its status says how far the money is
 * @example
 * const { result } = await createOrderRefundWorkflow(container).run({
 *   input: {
 *     order_id: "order_1",
 *     request: { items: [{ item_id: "ordli_1", quantity: 1 }] },
 *     idempotency_key: "ticket-4711",
 *   },
 * })
 */
export const createOrderRefundWorkflow = createWorkflow(
  createOrderRefundWorkflowId,
  (input: WorkflowData<CreateOrderRefundInput & { lock?: OrderLock }>) => {
    const lock = acquireOrderLockStep(input)
    const replay = findReplayedRefundStep(input)
    const planned = when(
      "refund-is-new",
      { replay },
      ({ replay }) => !replay
    ).then(() => planOrderRefundWorkflow.runAsStep({ input }))
    const reserved = reserveOrderRefundStep(
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
        order_refund_id: reserved.order_refund_id,
        order_id: reserved.order_id,
        additional_data: input.additional_data,
      })
    )
    moveGoodsStep(
      transform({ input, reserved }, ({ input, reserved }) => ({
        reserved,
        location_id: input.location_id,
      }))
    )
    const submitted = submitRefundTransactionsStep({ lock, reserved })
    readBackDeclined(lock, submitted)
    refuseDeclinedRefundStep(submitted)
    writeRefundBooksStep(
      transform({ reserved }, ({ reserved }) => ({
        order_refund_id: reserved.order_refund_id,
        order_id: reserved.order_id,
        actor: "workflow",
      }))
    )
    const completedHook = when(
      "refund-was-new",
      { reserved },
      ({ reserved }) => !reserved.replayed
    ).then(() => {
      emitOrderRefundEventsStep(
        transform({ reserved }, ({ reserved }) => ({
          order_refund_id: reserved.order_refund_id,
          before: null,
        }))
      )
      return createHook("completed", {
        order_refund_id: reserved.order_refund_id,
        order_id: reserved.order_id,
        additional_data: input.additional_data,
      })
    })
    releaseOrderLockStep(lock)
    const refund = transform({ reserved }, ({ reserved }) => ({
      order_refund_id: reserved.order_refund_id,
      order_id: reserved.order_id,
      replayed: reserved.replayed,
    }))
    return new WorkflowResponse(refund, {
      hooks: [reservedHook, completedHook] as const,
    })
  }
)
