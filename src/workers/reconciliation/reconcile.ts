import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundReconciliationDTO } from "../../types"
import { createPace } from "../../stripe"
import { refundsModule } from "../../workflows/common/refunds-module"
import { toError } from "../../workflows/common/to-error"
import { readDisputes } from "./lanes/disputes"
import { readMedusaRefunds } from "./lanes/medusa-refunds"
import { readRefunds } from "./lanes/refunds"
import { resolveUnknown } from "./lanes/unknown"
import { readUnsettled } from "./lanes/unsettled"
import type { Lane, Run } from "./types"

const DAY_MS = 24 * 60 * 60 * 1000
const OVERLAP_MS = 60 * 60 * 1000
/** A running one shows life at least with every payment that it reads. */
const DEAD_AFTER_MS = 10 * 60 * 1000

type Start = Pick<RefundReconciliationDTO, "trigger" | "started_by">

const LANES: [Lane, (container: MedusaContainer, run: Run) => Promise<void>][] =
  [
    ["refunds", readRefunds],
    ["unsettled", readUnsettled],
    ["disputes", readDisputes],
    ["medusa", readMedusaRefunds],
    ["unknown", resolveUnknown],
  ]

/**
 * Starts comparing the store with Stripe, unless that is under way.
 *
 * @returns the reconciliation, and its end where this call started it
 * @example
 * const { reconciliation, done } = await startReconciliation(container, {
 *   trigger: "manual", started_by: null,
 * })
 * await done
 */
export async function startReconciliation(
  container: MedusaContainer,
  start: Start,
  now: Date = new Date()
): Promise<{ reconciliation: RefundReconciliationDTO; done: Promise<void> }> {
  const service = refundsModule(container)
  const since = await readFrom(container, now)
  const { started, reconciliation } = await service.reconciliations.start({
    ...start,
    now,
    deadBefore: new Date(now.getTime() - DEAD_AFTER_MS),
  })
  const done = started
    ? run(container, reconciliation.id, since)
    : Promise.resolve()
  return { reconciliation, done }
}

/**
 * From the start of the last completed one, with an overlap, and never later
 * than what may still change: a bank can reject a refund 30 days later.
 */
async function readFrom(container: MedusaContainer, now: Date): Promise<Date> {
  const service = refundsModule(container)
  const { lookbackDays } = service.options.reconciliation
  const last = await service.reconciliations.lastStart("completed")
  const lookback = now.getTime() - lookbackDays * DAY_MS
  const checkpoint = last ? last.getTime() - OVERLAP_MS : lookback
  return new Date(Math.min(lookback, checkpoint))
}

/** Never rejects: nobody waits for the end of one that a request started. */
async function run(
  container: MedusaContainer,
  id: string,
  since: Date
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const service = refundsModule(container)
  try {
    const error = await runLanes(container, id, since).then(
      () => null,
      (reason: unknown) => toError(reason)
    )
    if (error) {
      logger.error(
        `Reconciliation ${id} stopped; the next one starts where this one did.`,
        error
      )
    }
    await service.reconciliations.finish(id, error?.message ?? null)
  } catch (error) {
    logger.error(
      `The end of reconciliation ${id} could not be recorded.`,
      toError(error)
    )
  }
}

async function runLanes(
  container: MedusaContainer,
  id: string,
  since: Date
): Promise<void> {
  const service = refundsModule(container)
  const { options } = service
  const pace = createPace(options.stripe?.maxRequestsPerSecond ?? 1)
  const context: Run = { id, since, pace, options, seen: new Set() }
  for (const [lane, work] of LANES) {
    await service.reconciliations.advance(id, { lane })
    await work(container, context)
  }
}
