import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework"
import { refundsModule } from "../workflows/common/refunds-module"
import { recordNativeRefund } from "../workflows/stripe-sync"

/**
 * Medusa's own refunds (its button, a cancelled order, other plugins) get their
 * place in our history. Ours tell of themselves, too, and are left alone.
 */
export default async function nativeRefundCreatedHandler({
  event,
  container,
}: SubscriberArgs<{ id: string }>): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  await recordNativeRefund(container, event.data.id)
}

export const config: SubscriberConfig = { event: "payment.refund.created" }
