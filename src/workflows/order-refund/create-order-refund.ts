import {
  createWorkflow,
  transform,
  when,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { OrderLock } from "../common/order-lock"
import { readBackDeclined } from "./read-back-declined"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { emitOrderRefundEventsStep } from "./steps/emit-order-refund-events"
import { moveGoodsStep } from "./steps/move-goods"
import { refuseDeclinedRefundStep } from "./steps/refuse-declined-refund"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { reserveOrderRefundStep } from "./steps/reserve-order-refund"
import { submitRefundTransactionsStep } from "./steps/submit-refund-transactions"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
import type { CreateOrderRefundInput, ReservedOrderRefund } from "./types"

export const createOrderRefundWorkflowId = "create-order-refund"

/** What a refund does while the order's lock is held. */
function refundUnderLock(
  input: WorkflowData<CreateOrderRefundInput> | CreateOrderRefundInput,
  lock: WorkflowData<OrderLock> | OrderLock
): WorkflowData<ReservedOrderRefund> {
  const reserved = reserveOrderRefundStep(input)
  const goods = transform({ input, reserved }, ({ input, reserved }) => ({
    reserved,
    location_id: input.location_id,
  }))
  moveGoodsStep(goods)
  submitRefundTransactionsStep({ lock, reserved })
  readBackDeclined(lock, reserved)
  refuseDeclinedRefundStep(reserved)
  const books = transform({ reserved }, ({ reserved }) => ({
    order_refund_id: reserved.order_refund_id,
    actor: "workflow",
  }))
  writeRefundBooksStep(books)
  when(
    "refund-is-new",
    { reserved },
    ({ reserved }) => !reserved.replayed
  ).then(() => {
    const news = transform({ reserved }, ({ reserved }) => ({
      order_refund_id: reserved.order_refund_id,
      before: null,
    }))
    emitOrderRefundEventsStep(news)
  })
  return reserved
}

/**
 * Refunds lines of an order: plans, reserves, moves the goods, asks the
 * gateways, writes Medusa's books. Safe to run again with the same
 * `idempotency_key`.
 *
 * Until goods have moved or money is asked for, everything undoes itself. After
 * that it only goes forward: what is recorded is enough to finish after a crash.
 *
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
  (input: WorkflowData<CreateOrderRefundInput>) => {
    const lock = acquireOrderLockStep(input)
    const reserved = refundUnderLock(input, lock)
    releaseOrderLockStep(lock)
    return new WorkflowResponse(reserved)
  }
)

export const createOrderRefundUnderLockWorkflowId =
  "create-order-refund-under-lock"

/**
 * The same refund for a workflow that holds the order's lock, and goes on
 * holding it: an order edit pays back what it let the order owe before anybody
 * else can change the order.
 */
export const createOrderRefundUnderLockWorkflow = createWorkflow(
  createOrderRefundUnderLockWorkflowId,
  ({
    lock,
    refund,
  }: WorkflowData<{ lock: OrderLock; refund: CreateOrderRefundInput }>) =>
    new WorkflowResponse(refundUnderLock(refund, lock))
)
