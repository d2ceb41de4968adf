import {
  ContainerRegistrationKeys,
  generateEntityId,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  changeOfEdit,
  confirmOrderEdit,
  discardOrderEdit,
  releaseStock,
  reserveStock,
} from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edits"
import { assertRefundReason } from "../../common/assert-refund-reason"
import { assertSameRequest } from "../../common/assert-same-request"
import { refundsModule } from "../../common/refunds-module"
import { toError } from "../../common/to-error"
import type { EditedOrder, EditOrderInput } from "../types"
import { assertKnownAgain, assertSeen, refusalOf } from "./assert-agreed"
import { hashOf, toRecord } from "./edit-record"
import { finishEdit } from "./finish-edit"
import { prepareEdit, type PreparedEdit } from "./prepare-edit"

/**
 * Edits an order, or finds the edit that this idempotency key made. The caller
 * holds the order's lock. Until Medusa's change is confirmed, everything is
 * undone by a failure; after that it only goes forward.
 *
 * @param renew extends the order's lock, before each call that may be slow
 * @throws the codes of `prepareEdit`, plan_changed, idempotency_key_reused,
 *   invalid_request where a repeat could not be told from a second edit
 */
export async function applyEdit(
  container: MedusaContainer,
  input: EditOrderInput,
  renew: () => Promise<void>
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
    renew,
  }).catch((error: unknown) => {
    throw refusalOf(input, error)
  })
  const record = toRecord(id, input, prepared)
  const reserved: string[] = []
  try {
    assertSeen(input, prepared.preview)
    assertKnownAgain(input, prepared.preview)
    await renew()
    reserved.push(...(await reserveStock(container, prepared.reservations)))
    // The record comes first, so that a crash after the change leads to it.
    await refundsModule(container).recordOrderEdit(record)
    await confirmOrderEdit(container, prepared.open, record.created_by)
  } catch (error) {
    await undoUnlessDone(container, record, prepared, reserved, error)
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

async function findFirst(
  container: MedusaContainer,
  input: EditOrderInput
): Promise<OrderEditRecord | null> {
  const { idempotency_key } = input
  const first = idempotency_key
    ? await refundsModule(container).findOrderEdit({ idempotency_key })
    : null
  if (first) {
    assertSameRequest("edit", first, hashOf(input))
  }
  return first
}

/**
 * The change may be confirmed although its answer was an error. While that
 * cannot be read either, nothing is undone: the job looks again.
 */
async function undoUnlessDone(
  container: MedusaContainer,
  { id, order_id }: OrderEditRecord,
  { open }: PreparedEdit,
  reserved: string[],
  error: unknown
): Promise<void> {
  const change = await changeOfEdit(container, order_id, id)
  if (change?.confirmed) {
    return
  }
  // One that fails must not keep the others from being undone.
  const undone = await Promise.allSettled([
    discardOrderEdit(container, open.id),
    releaseStock(container, reserved),
    refundsModule(container).forgetOrderEdit(id),
  ])
  for (const each of undone) {
    if (each.status === "rejected") {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(`The edit ${id} could not be undone.`, toError(each.reason))
    }
  }
  throw error
}
