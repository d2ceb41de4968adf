import type { MedusaContainer } from "@medusajs/framework/types"
import { isDue } from "../modules/refunds/cron"
import { refundsModule } from "../workflows/common/refunds-module"
import { startReconciliation } from "../workers/reconciliation"

/**
 * Compares the store with Stripe when `reconciliation.schedule` says so. Medusa
 * reads a job's schedule before it reads options, so this looks every minute; a
 * run that a restart swallowed is made up for by the next look.
 */
export default async function reconcileRefundsJob(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    return
  }
  const service = refundsModule(container)
  const { stripe, reconciliation } = service.options
  if (!stripe) {
    return
  }
  const now = new Date()
  const isDueSince = (last: Date) => isDue(reconciliation.schedule, last, now)
  // The last start only moves on: what is not due since an older one is not due.
  if (service.lastReconciled && !isDueSince(service.lastReconciled)) {
    return
  }
  service.lastReconciled =
    (await service.reconciliations.lastStart()) ?? service.startedAt
  if (!isDueSince(service.lastReconciled)) {
    return
  }
  const { done } = await startReconciliation(
    container,
    { trigger: "schedule", started_by: null },
    now
  )
  await done
}

export const config = {
  name: "reconcile-refunds",
  schedule: "* * * * *",
}
