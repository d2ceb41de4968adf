import { EDIT_ROUNDING_REFERENCE, isZero, unpayableRest } from "../../../domain"
import type { MedusaContainer } from "@medusajs/framework/types"
import { NO_ENTRIES, readOrder, writeAsRead } from "../../../ledger"
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
  await writeAsRead(
    container,
    () => readOrder(container, edit.order_id),
    (order) => {
      const rest = order.active_change ? "0" : unpayableRest(order)
      return isZero(rest)
        ? null
        : {
            entries: {
              ...NO_ENTRIES,
              credit_lines: [
                {
                  reference: EDIT_ROUNDING_REFERENCE,
                  reference_id: edit.id,
                  amount: rest,
                  created_by: edit.created_by,
                },
              ],
            },
          }
    }
  )
}
