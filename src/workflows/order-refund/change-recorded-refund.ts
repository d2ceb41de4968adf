import {
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import type { OrderRefundStatus } from "../../domain"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
import { emitOrderRefundEventsStep } from "./steps/emit-order-refund-events"
import type { OrderRefundInput } from "./types"

/** The status that the refund had before. */
type Changed = { before: OrderRefundStatus | null }

/**
 * A workflow that changes what is recorded of a refund without asking a gateway:
 * under the order's lock it runs one step, writes the books, and tells the store.
 *
 * @param change the step that changes the record
 * @param announce what to tell the store: `announceStatus` in most cases
 */
export const changeRecordedRefund = <Input extends OrderRefundInput, Result>(
  id: string,
  change: (input: WorkflowData<Input>) => WorkflowData<Result>,
  announce: (input: WorkflowData<Input>, changed: WorkflowData<Result>) => void
) =>
  createWorkflow(id, (input: WorkflowData<Input>) => {
    const about = transform({ input }, ({ input }) => ({
      order_id: (input as OrderRefundInput).order_id,
      order_refund_id: (input as OrderRefundInput).order_refund_id,
      actor: id,
    }))
    const lock = acquireOrderLockStep(about)
    const changed = change(input)
    writeRefundBooksStep(about)
    announce(input, changed)
    releaseOrderLockStep(lock)
    return new WorkflowResponse({ order_refund_id: about.order_refund_id })
  })

/** Tells of the status that the refund has now, if it is another one. */
export function announceStatus<Input extends OrderRefundInput>(
  input: WorkflowData<Input>,
  changed: WorkflowData<Changed>
): void {
  emitOrderRefundEventsStep(
    transform({ input, changed }, ({ input, changed }) => ({
      order_refund_id: (input as OrderRefundInput).order_refund_id,
      before: changed.before,
    }))
  )
}
