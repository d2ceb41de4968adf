import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { applyOrderEditStep } from "./steps/apply-order-edit"
import {
  collectOrderEditMoneyStep,
  refundOrderEditStep,
} from "./steps/settle-order-edit"
import type { EditOrderInput } from "./types"

export const editOrderWorkflowId = "edit-order"

/**
 * Edits an order and settles the money: refunds what it then owes, charges the
 * customer's saved card, or leaves a payment link. Safe to run again with the
 * same `idempotency_key`.
 *
 * A failure before the order is edited changes nothing. A failure after it leaves
 * the order edited and owing; the edit's settlement says so. The order's lock is
 * held until its money is settled, so that nobody else spends what the edit let
 * the order owe.
 *
 * An edit that adds goods, raises a quantity or charges takes an
 * `idempotency_key` or a `preview_hash`: sent twice, it would do so twice.
 *
 * @throws the codes of `docs/errors.md`
 * @example
 * const { result } = await editOrderWorkflow(container).run({
 *   input: {
 *     order_id: "order_1",
 *     request: {
 *       items: [{ item_id: "ordli_1", quantity: 1 }],
 *       additions: [],
 *       discounts: "keep",
 *       settle: "auto",
 *       payment_method_id: null,
 *     },
 *   },
 * })
 */
export const editOrderWorkflow = createWorkflow(
  editOrderWorkflowId,
  (input: WorkflowData<EditOrderInput>) => {
    const lock = acquireOrderLockStep(input)
    const edited = applyOrderEditStep({ lock, input })
    collectOrderEditMoneyStep({ lock, edited })
    refundOrderEditStep({ lock, edited })
    releaseOrderLockStep(lock)
    return new WorkflowResponse(edited)
  }
)
