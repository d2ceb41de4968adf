import { EDIT_ROUNDING_REFERENCE, isZero, unpayableRest } from "../../../domain"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrder, writeCreditLine } from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"

/**
 * Closes what a charge leaves open: 44.02 dinars were charged for 44.0181625, so
 * the order seems to owe 0.0018375, which nobody can pay. Running it again changes
 * nothing. While a change is open it leaves the rest: too little to be anybody's.
 */
export async function closeRest(
  container: MedusaContainer,
  edit: Pick<OrderEditRecord, "id" | "order_id" | "created_by">
): Promise<void> {
  const order = await readOrder(container, edit.order_id)
  const rest = order && !order.active_change ? unpayableRest(order) : "0"
  if (order && !isZero(rest)) {
    await writeCreditLine(container, order, {
      reference: EDIT_ROUNDING_REFERENCE,
      reference_id: edit.id,
      amount: rest,
      created_by: edit.created_by,
    })
  }
}
