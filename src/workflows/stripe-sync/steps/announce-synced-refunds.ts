import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  emitOrderRefundEvents,
  OrderRefundEvents,
  refundEvents,
} from "../../common/refund-events"
import { refundsModule } from "../../common/refunds-module"
import {
  notifyOfDispute,
  notifyOfRefund,
} from "../../common/feed-notifications"
import type { StripeSyncResult, SyncedRefund } from "../types"

export const announceSyncedRefundsStepId = "announce-synced-refunds"

/**
 * Tells the store what Stripe told us: events for programs, the admin's
 * notification feed for people. What cannot be told is logged; it undoes
 * nothing.
 */
export const announceSyncedRefundsStep = createStep(
  announceSyncedRefundsStepId,
  async (input: { result: StripeSyncResult }, { container }) => {
    for (const synced of input.result.refunds) {
      await announce(container, synced)
    }
    const { disputes: changed } = input.result
    const disputes = changed.length
      ? await refundsModule(container).disputes.read({ id: changed })
      : []
    for (const dispute of disputes) {
      await notifyOfDispute(container, dispute)
    }
    return new StepResponse(undefined)
  }
)

async function announce(
  container: MedusaContainer,
  { order_refund_id, kind, before }: SyncedRefund
): Promise<void> {
  const refund = await refundsModule(container).orderRefunds.find({
    id: order_refund_id,
  })
  if (!refund) {
    return
  }
  const names = refundEvents(before, refund.status)
  await emitOrderRefundEvents(
    container,
    refund,
    kind === "imported"
      ? [OrderRefundEvents.IMPORTED, ...names.slice(1)]
      : names
  )
  await notifyOfRefund(container, refund, kind, before)
}
