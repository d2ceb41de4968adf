import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrderRefundState } from "../../common/read-order-state"
import {
  emitOrderRefundEvents,
  OrderRefundEvents,
} from "../../common/refund-events"
import { refundsModule } from "../../common/refunds-module"
import { toMinor } from "../../../domain"
import { importedRefund } from "./imported-refund"

/** Records a refund that Medusa made through a provider which is not Stripe. */
export async function recordProviderRefund(
  container: MedusaContainer,
  input: {
    order_id: string
    payment_id: string
    medusa_refund_id: string
    actor: string
  }
): Promise<void> {
  const state = await readOrderRefundState(container, input.order_id)
  const payment = state.order.payments.find(({ id }) => id === input.payment_id)
  const row = payment?.refunds.find(({ id }) => id === input.medusa_refund_id)
  const minor_amount =
    row && payment && toMinor(row.amount, payment.currency_code)
  // Cancelling an order "refunds" what Medusa's unrounded captures have too much.
  if (!payment || !row || !minor_amount) {
    return
  }
  const imported = await importedRefund(container, state, {
    refund: {
      id: null,
      minor_amount,
      created: Math.floor(new Date(row.created_at).getTime() / 1000),
      outcome: {
        kind: "accepted",
        status: "succeeded",
        stripe_refund_id: null,
      },
    },
    payment,
    native: row,
    actor: input.actor,
  })
  if (await refundsModule(container).outsideRefunds.record(imported)) {
    await emitOrderRefundEvents(container, imported.order_refund, [
      OrderRefundEvents.IMPORTED,
      OrderRefundEvents.SUCCEEDED,
    ])
  }
}
