import type { MedusaContainer } from "@medusajs/framework/types"
import { hasChannelProvider } from "../../ledger"
import { trailsOf } from "../../modules/refund-notices/trails"
import type { NotificationOptions } from "../../modules/refunds/notification-options"
import { finishEach } from "../../workflows/common/finish-each"
import { refundNoticesModule } from "../../workflows/common/refund-notices-module"
import { refundsModule } from "../../workflows/common/refunds-module"
import { tellNotice } from "./tell-notice"

const MINUTE_MS = 60_000
/** An entry is seen when its transaction ends, which takes no hour. */
const LOOKBACK_MS = 60 * MINUTE_MS
/** What happened while the store was down had nobody to collect it: looked for once. */
const AFTER_START_MS = 7 * 24 * 60 * MINUTE_MS
const START_MS = 2 * MINUTE_MS
/** Longer than `finishEach` lets one message take. */
const LEASE_MS = 5 * MINUTE_MS
const BATCH = 20
const HOLD_MS = 60 * MINUTE_MS
/** Older news than that would only confuse. */
const STALE_MS = 3 * 24 * 60 * MINUTE_MS

/**
 * Tells customers what is new: collects what the audit trails say, and sends what is
 * due. Any number of processes may do so at once, and may die at any moment.
 */
export async function tellCustomers(
  container: MedusaContainer,
  clock: () => Date = () => new Date()
): Promise<void> {
  const { notifications } = refundsModule(container).options
  if (!(await collect(container, notifications, clock()))) {
    return
  }
  const { outbox } = refundNoticesModule(container)
  if (!(await hasChannelProvider(container, notifications.channel))) {
    const now = clock()
    await outbox.holdBack({
      now,
      until: new Date(now.getTime() + HOLD_MS),
      given_up_before: new Date(now.getTime() - STALE_MS),
      note: `No provider serves the channel "${notifications.channel}".`,
    })
    return
  }
  for (;;) {
    const notices = await outbox.lease({
      now: clock(),
      lease_ms: LEASE_MS,
      limit: BATCH,
    })
    await finishEach(container, notices, {
      named: ({ id, order_id }) => `The notice ${id} of ${order_id}`,
      run: (notice) => tellNotice(container, notice, clock),
    })
    if (!notices.length) {
      return
    }
  }
}

/** @returns whether anything is due */
async function collect(
  container: MedusaContainer,
  options: NotificationOptions,
  now: Date
): Promise<boolean> {
  const notices = refundNoticesModule(container)
  const age = now.getTime() - notices.startedAt.getTime()
  const lookback = age < START_MS ? AFTER_START_MS : LOOKBACK_MS
  const installed = (await notices.installedAt()).getTime()
  return notices.outbox.collect({
    trails: trailsOf(options),
    channel: options.channel,
    wait_seconds: options.waitSeconds,
    since: new Date(Math.max(now.getTime() - lookback, installed)),
    now,
  })
}
