import type { MedusaContainer } from "@medusajs/framework/types"
import { finishEach } from "../workflows/common/finish-each"
import { refundsModule } from "../workflows/common/refunds-module"
import { finishOrderReleaseWorkflow } from "../workflows/release-order"

/** A release that is younger is probably still being made. */
const GRACE_MS = 60_000
/** Medusa's webhook may come that late, and write its part beside ours. */
const SETTLE_MS = 10 * 60_000

/**
 * Finishes releases that a crash, a lost answer or an open order change left half
 * done.
 */
export default async function finishOrderReleasesJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const now = Date.now()
  const unfinished = await refundsModule(container).releases.listUnfinished(
    new Date(now - GRACE_MS),
    new Date(now - SETTLE_MS)
  )
  await finishEach(container, unfinished, {
    named: ({ id }) => `Order release ${id}`,
    run: ({ id, order_id }) =>
      finishOrderReleaseWorkflow(container).run({
        input: { order_release_id: id, order_id },
      }),
  })
}

export const config = {
  name: "finish-order-releases",
  schedule: "* * * * *",
}
