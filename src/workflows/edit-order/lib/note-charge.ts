import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProviderRequestStatus } from "../../../domain"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { refundsModule } from "../../common/refunds-module"

/**
 * Writes down how far the request to charge a card is. That Stripe cannot be asked
 * says something of a charge that was just sent, and nothing of one that waits for
 * a bank, or that took the money and is not booked yet.
 */
export async function noteCharge(
  container: MedusaContainer,
  edit: OrderEditRecord,
  to: ProviderRequestStatus
): Promise<OrderEditRecord> {
  const { charge } = edit.settlement
  if (!charge || (to === "unknown" && charge.status !== "submitting")) {
    return edit
  }
  const status = await refundsModule(container).edits.moveCharge(edit.id, {
    from: charge.status,
    to,
    audit: { actor: "edit-order", action: `charge_${to}` },
  })
  return status
    ? {
        ...edit,
        settlement: { ...edit.settlement, charge: { ...charge, status } },
      }
    : edit
}
