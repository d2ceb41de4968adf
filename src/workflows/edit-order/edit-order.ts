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
import { recordOf } from "./lib/edit-record"
import { planOrderEditWorkflow } from "./plan-order-edit"
import { confirmOrderEditStep } from "./steps/confirm-order-edit"
import { findReplayedEditStep } from "./steps/find-replayed-edit"
import { finishOrderEditStep } from "./steps/finish-order-edit"
import { recordOrderEditStep } from "./steps/record-order-edit"
import { reserveEditStockStep } from "./steps/reserve-edit-stock"
import {
  collectOrderEditMoneyStep,
  refundOrderEditStep,
} from "./steps/settle-order-edit"
import type { EditedOrder, EditOrderInput } from "./types"

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
 * Hook `reserved`: stock is reserved, nothing is changed; throwing undoes it. Hook
 * `completed`: the order is edited and its money settled, or on its way; throwing
 * undoes nothing. Neither runs for a known `idempotency_key`. To refuse an edit,
 * use `planOrderEditWorkflow.hooks.validate`.
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
    const replay = findReplayedEditStep(input)
    const { made, reserved } = when(
      "edit-is-new",
      { replay },
      ({ replay }) => !replay
    ).then(() => {
      const opened = planOrderEditWorkflow.runAsStep({
        input: { lock, edit: input },
      })
      const edit = transform({ lock, opened }, ({ lock, opened }) => ({
        lock,
        record: recordOf(opened),
        open: opened.open,
        reservations: opened.reservations,
      }))
      reserveEditStockStep(edit)
      const reserved = createHook("reserved", {
        order_id: input.order_id,
        preview: opened.preview,
        additional_data: input.additional_data,
      })
      recordOrderEditStep(edit.record)
      confirmOrderEditStep(edit)
      return { made: finishOrderEditStep(edit.record), reserved }
    })
    const edited = transform(
      { replay, made },
      ({ replay, made }) => (replay ?? made) as EditedOrder
    )
    collectOrderEditMoneyStep({ lock, edited })
    refundOrderEditStep({ lock, edited })
    const completed = when(
      "edit-was-new",
      { replay },
      ({ replay }) => !replay
    ).then(() =>
      createHook("completed", {
        order_edit_id: edited.order_edit_id,
        order_id: edited.order_id,
        additional_data: input.additional_data,
      })
    )
    releaseOrderLockStep(lock)
    return new WorkflowResponse(edited, {
      hooks: [reserved, completed] as const,
    })
  }
)
