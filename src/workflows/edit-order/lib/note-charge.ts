import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProviderRequestStatus } from "../../../domain"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { refundsModule } from "../../common/refunds-module"

/**
 * Writes down how far the request to charge a card is. What is not known leaves a
 * charge that waits for a bank as it is: it still waits.
 */
export async function noteCharge(
  container: MedusaContainer,
  edit: OrderEditRecord,
  to: ProviderRequestStatus
): Promise<OrderEditRecord> {
  const { charge } = edit.settlement
  if (!charge || (to === "unknown" && charge.status === "pending")) {
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
