import {
  ContainerRegistrationKeys,
  generateEntityId,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  announceOrderEdit,
  changeOfEdit,
  confirmOrderEdit,
  discardOrderEdit,
  releaseStock,
  reserveStock,
  trimReservations,
} from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edits"
import { settleOrderBooks } from "../../order-goods/settle-order-books"
import { assertRefundReason } from "../../order-refund/lib/assert-refund-reason"
import { refundError } from "../../order-refund/lib/refund-error"
import { refundsModule } from "../../order-refund/lib/refunds-module"
import { requestHash } from "../../order-refund/lib/request-hash"
import { toError } from "../../order-refund/lib/to-error"
import type { EditedOrder, EditOrderInput } from "../types"
import { prepareEdit, type PreparedEdit } from "./prepare-edit"

/**
 * Edits an order, or finds the edit that this idempotency key made. The caller
 * holds the order's lock. Until Medusa's change is confirmed, everything is
 * undone by a failure; after that it only goes forward.
 *
 * @throws the codes of `prepareEdit`, plan_changed, idempotency_key_reused
 */
export async function applyEdit(
  container: MedusaContainer,
  input: EditOrderInput
): Promise<EditedOrder> {
  const first = await findFirst(container, input)
  if (first && (await finishEdit(container, first))) {
    return { order_edit_id: first.id, order_id: first.order_id }
  }
  await assertRefundReason(container, input.refund_reason_id)
  const id = generateEntityId(undefined, "oredit")
  const prepared = await prepareEdit(container, input.order_id, input.request, {
    mark: { order_edit_id: id },
    created_by: input.created_by ?? null,
  })
  const record = toRecord(id, input, prepared)
  try {
    assertSeen(input, prepared)
    await confirm(container, record, prepared)
  } catch (error) {
    await undoUnlessDone(container, record, prepared, error)
  }
  try {
    await finishEdit(container, record)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `Order edit ${id} is confirmed, but not everything that follows was done; the job finishes it.`,
        toError(error)
      )
  }
  return { order_edit_id: id, order_id: input.order_id }
}

/**
 * Does what follows a confirmed change: reservations, books, the event.
 *
 * @returns false where the change was never confirmed: the edit did not happen,
 *   and is forgotten
 */
export async function finishEdit(
  container: MedusaContainer,
  { id, order_id, status }: OrderEditRecord
): Promise<boolean> {
  if (status === "edited") {
    return true
  }
  const change = await changeOfEdit(container, order_id, id)
  if (!change?.confirmed) {
    await refundsModule(container).forgetOrderEdit(id)
    return false
  }
  await trimReservations(container, order_id, change.line_ids)
  await settleOrderBooks(container, order_id, "edit-order")
  await refundsModule(container).noteOrderEdit(id, { status: "edited" })
  try {
    await announceOrderEdit(container, order_id, change.id)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The edit ${id} could not be announced.`, toError(error))
  }
  return true
}

async function findFirst(
  container: MedusaContainer,
  input: EditOrderInput
): Promise<OrderEditRecord | null> {
  const { idempotency_key } = input
  const first = idempotency_key
    ? await refundsModule(container).findOrderEdit({ idempotency_key })
    : null
  if (first && first.request_hash !== hashOf(input)) {
    throw refundError({
      code: "idempotency_key_reused",
      message: `The idempotency key ${idempotency_key} was used for ${first.id} with another request. Use a new key for a new edit.`,
      details: { order_edit_id: first.id },
    })
  }
  return first
}

/** The record comes first, so that a crash after the change leads to it. */
async function confirm(
  container: MedusaContainer,
  record: OrderEditRecord,
  { open, reservations }: PreparedEdit
): Promise<void> {
  const reserved = await reserveStock(container, reservations)
  try {
    await refundsModule(container).recordOrderEdit(record)
    await confirmOrderEdit(container, open, record.created_by)
  } catch (error) {
    await releaseStock(container, reserved)
    throw error
  }
}

async function undoUnlessDone(
  container: MedusaContainer,
  { id, order_id }: OrderEditRecord,
  { open }: PreparedEdit,
  error: unknown
): Promise<void> {
  const change = await changeOfEdit(container, order_id, id)
  if (change?.confirmed) {
    return
  }
  await discardOrderEdit(container, open.id)
  await refundsModule(container).forgetOrderEdit(id)
  throw error
}

function assertSeen(
  { order_id, preview_hash }: EditOrderInput,
  { preview }: PreparedEdit
): void {
  if (preview_hash && preview_hash !== preview.hash) {
    throw refundError({
      code: "plan_changed",
      message: `${order_id} changed since the preview: its total would now be ${preview.after.total} ${preview.currency_code.toUpperCase()}. Look at the new preview and confirm it.`,
      details: { order_edit_preview: preview },
    })
  }
}

function toRecord(
  id: string,
  input: EditOrderInput,
  { preview, card }: PreparedEdit
): OrderEditRecord {
  const { settlement } = preview
  return {
    id,
    order_id: input.order_id,
    status: "editing",
    settlement_status: "planned",
    request: { ...input.request, refund_reason_id: input.refund_reason_id },
    preview,
    settlement: {
      kind: settlement.kind,
      amount: settlement.amount,
      order_refund_id: null,
      payment_id: null,
      payment_collection_id: null,
      payment_link: null,
      code: null,
      message: null,
      card: card
        ? {
            provider_id: card.provider_id,
            customer: card.customer,
            payment_method_id: card.payment_method_id,
          }
        : null,
      charge: null,
    },
    note: input.note ?? null,
    created_by: input.created_by ?? null,
    idempotency_key: input.idempotency_key ?? null,
    request_hash: hashOf(input),
    created_at: new Date().toISOString(),
  }
}

/** Who asks is no part of what is asked. */
const hashOf = ({ order_id, request, ...input }: EditOrderInput): string =>
  requestHash({
    order_id,
    request,
    note: input.note ?? null,
    refund_reason_id: input.refund_reason_id ?? null,
    preview_hash: input.preview_hash ?? null,
  })
