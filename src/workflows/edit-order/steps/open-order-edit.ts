import { generateEntityId } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { discardOrderEdit } from "../../../ledger"
import { assertRefundReason } from "../../common/assert-refund-reason"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { assertKnownAgain, assertSeen, refusalOf } from "../lib/assert-agreed"
import { toRecord } from "../lib/edit-record"
import { prepareEdit } from "../lib/prepare-edit"
import { undoUnlessConfirmed } from "../lib/undo-unless-confirmed"
import type { EditOrderInput, OpenedOrderEdit } from "../types"

export const openOrderEditStepId = "open-order-edit"

type Asked = {
  lock: OrderLock
  edit: EditOrderInput
  /** It will be discarded: nothing of it is agreed or written down. */
  preview?: boolean
}

/**
 * Opens the order change that an edit asks for, and computes what it does to the
 * order and its money.
 *
 * Compensation discards it, unless Medusa has carried it out.
 *
 * @throws every code of `checkRequest`, order_not_found, insufficient_stock,
 *   refund_in_progress, plan_changed, invalid_request where a repeat could not be
 *   told from a second edit
 */
export const openOrderEditStep = createStep(
  openOrderEditStepId,
  async (asked: Asked, { container }) => {
    const opened = asked.preview
      ? await openPreview(container, asked)
      : await openEdit(container, asked)
    return new StepResponse(opened, opened)
  },
  async (opened, { container }) => {
    if (opened) {
      const { order_id, open, record } = opened
      const discard = () => discardOrderEdit(container, open.id)
      await (record
        ? undoUnlessConfirmed(container, record, discard)
        : undoUnlessConfirmed(container, { order_id, id: open.id }, discard))
    }
  }
)

async function openPreview(
  container: MedusaContainer,
  { lock, edit }: Asked
): Promise<OpenedOrderEdit> {
  const { card: _, ...prepared } = await prepareEdit(
    container,
    edit.order_id,
    edit.request,
    {
      mark: { order_edit_preview: true },
      created_by: null,
      renew: () => renewOrderLock(container, lock),
    }
  )
  return { ...prepared, order_id: edit.order_id, record: null }
}

async function openEdit(
  container: MedusaContainer,
  { lock, edit }: Asked
): Promise<OpenedOrderEdit> {
  const { order_id } = edit
  await assertRefundReason(container, edit.refund_reason_id)
  const id = generateEntityId(undefined, "oredit")
  const prepared = await prepareEdit(container, order_id, edit.request, {
    mark: { order_edit_id: id },
    created_by: edit.created_by ?? null,
    renew: () => renewOrderLock(container, lock),
  }).catch((error: unknown) => {
    throw refusalOf(edit, error)
  })
  const { preview, open, reservations } = prepared
  try {
    assertSeen(edit, preview)
    assertKnownAgain(edit, preview)
  } catch (error) {
    await discardOrderEdit(container, open.id)
    throw error
  }
  return {
    order_id,
    preview,
    open,
    reservations,
    record: toRecord(id, edit, prepared),
  }
}
