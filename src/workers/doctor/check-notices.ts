import type { MedusaContainer } from "@medusajs/framework/types"
import { hasChannelProvider } from "../../ledger"
import type { RefundCheckFinding } from "../../types"
import { refundNoticesModule } from "../../workflows/common/refund-notices-module"
import { refundsModule } from "../../workflows/common/refunds-module"

const BATCH = 100

/**
 * What customers were to be told and were not: because no provider takes messages, or
 * because it would not take one of them.
 *
 * @param orderId only the messages of this order
 */
export async function* checkNotices(
  container: MedusaContainer,
  orderId?: string
): AsyncGenerator<RefundCheckFinding> {
  const notices = refundNoticesModule(container)
  const { enabled, channel } = refundsModule(container).options.notifications
  if (!(await notices.isMigrated())) {
    return
  }
  if (enabled && !orderId && !(await hasChannelProvider(container, channel))) {
    yield {
      code: "notice_provider_missing",
      severity: "warning",
      order_id: null,
      display_id: null,
      message: `Customers are not told of their refunds: no provider of Medusa's Notification Module serves the channel "${channel}". Add one to medusa-config.ts, beside the one of the feed, or set notifications.enabled to false.`,
      repairable: false,
    }
  }
  let after = ""
  for (;;) {
    const failed = await notices.history.failed(after, BATCH)
    for (const { id, template, order_id, attempts, note } of failed) {
      if (!orderId || orderId === order_id) {
        yield {
          code: "notice_failed",
          severity: "warning",
          order_id,
          display_id: null,
          message: `The customer was not told "${template}" of order ${order_id} (${id}): it could not be sent in ${attempts} tries${note ? `, the last one because: ${note}` : ""}. Tell them another way.`,
          repairable: false,
        }
      }
    }
    if (failed.length < BATCH) {
      return
    }
    after = failed.at(-1)?.id ?? after
  }
}
