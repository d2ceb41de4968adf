import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  announceOrderEdit,
  changeOfEdit,
  trimReservations,
} from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { settleOrderBooks } from "../../order-books/settle-order-books"
import { refundsModule } from "../../common/refunds-module"
import { toError } from "../../common/to-error"

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
    await refundsModule(container).edits.forget(id)
    return false
  }
  await trimReservations(container, order_id, change.line_ids)
  await settleOrderBooks(container, order_id, "edit-order")
  await refundsModule(container).edits.note(
    id,
    { status: "edited" },
    "edit-order"
  )
  try {
    await announceOrderEdit(container, order_id, change.id)
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The edit ${id} could not be announced.`, toError(error))
  }
  return true
}
