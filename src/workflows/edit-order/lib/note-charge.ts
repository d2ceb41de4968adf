import type { MedusaContainer } from "@medusajs/framework/types"
import type { ProviderRequestStatus } from "../../../domain"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { refundsModule } from "../../common/refunds-module"

type Noted = Extract<
  ProviderRequestStatus,
  "submitting" | "unknown" | "pending" | "succeeded" | "failed"
>

const SENT = ["submitting", "unknown", "pending"] as const

/**
 * From which states each is noted. That Stripe cannot be asked says something of
 * a charge that was just sent, and nothing of one that waits for a bank, or that
 * took the money and is not booked yet.
 */
const FROM: Record<Noted, readonly ProviderRequestStatus[]> = {
  submitting: ["reserved"],
  unknown: ["submitting"],
  pending: SENT,
  succeeded: SENT,
  failed: SENT,
}

/**
 * Writes down how far the request to charge a card is.
 *
 * @returns the edit with the state that its charge has now
 */
export async function noteCharge(
  container: MedusaContainer,
  edit: OrderEditRecord,
  to: Noted
): Promise<OrderEditRecord> {
  const { charge } = edit.settlement
  const status = await refundsModule(container).edits.moveCharge(edit.id, {
    from: FROM[to],
    to,
    audit: { actor: "edit-order", action: `charge_${to}` },
  })
  return charge && status
    ? {
        ...edit,
        settlement: { ...edit.settlement, charge: { ...charge, status } },
      }
    : edit
}
