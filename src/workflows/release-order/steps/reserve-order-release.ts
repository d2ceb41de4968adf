import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { cameToNothing, planRelease, type ReleasePlan } from "../../../domain"
import { captureModule } from "../../../ledger"
import { assertSameRequest } from "../../common/assert-same-request"
import { refundError } from "../../common/refund-error"
import { refundsModule } from "../../common/refunds-module"
import { whileOrderChanges } from "../../common/while-order-changes"
import {
  readReleaseState,
  type OrderReleaseState,
} from "../lib/read-release-state"
import { releaseRequestHash, toNewRelease } from "../lib/reservation"
import { undoRelease } from "../lib/undo-release"
import type { CreateOrderReleaseInput, ReservedOrderRelease } from "../types"

/** Each try reads everything again; more than a few means something is wrong. */
const TRIES = 5

export const reserveOrderReleaseStepId = "reserve-order-release"

/**
 * Plans the release and writes it down, in one committed transaction.
 *
 * Compensation takes it back, unless a provider did something, or may have.
 *
 * @throws every code of the planner, `order_not_found`, `plan_changed`,
 *   `idempotency_key_reused`, `refund_in_progress`
 */
export const reserveOrderReleaseStep = createStep(
  reserveOrderReleaseStepId,
  async (input: CreateOrderReleaseInput, { container }) => {
    captureModule(container)
    const reserved = await whileOrderChanges(
      input.order_id,
      TRIES,
      async () =>
        (await findReplay(container, input)) ??
        (await tryToReserve(container, input))
    )
    return new StepResponse(reserved, reserved.replayed ? null : reserved)
  },
  async (reserved, { container }) => {
    if (reserved) {
      await undoRelease(container, reserved.order_release_id, "workflow")
    }
  }
)

async function tryToReserve(
  container: MedusaContainer,
  input: CreateOrderReleaseInput
): Promise<ReservedOrderRelease | null> {
  const state = await readReleaseState(container, input.order_id)
  const plan = planOf(state, input)
  const release = toNewRelease(input, plan, state)
  const done = await refundsModule(container).reserveRelease(
    state.version,
    release,
    input.created_by ? `user:${input.created_by}` : "workflow"
  )
  return done
    ? {
        order_release_id: release.id,
        order_id: release.order_id,
        replayed: false,
      }
    : null
}

function planOf(
  { snapshot }: OrderReleaseState,
  { order_id, request, plan_hash }: CreateOrderReleaseInput
): ReleasePlan {
  const planned = planRelease(snapshot, request)
  if (!planned.ok) {
    throw refundError(planned.error)
  }
  if (plan_hash && plan_hash !== planned.plan.hash) {
    throw refundError({
      code: "plan_changed",
      message: `${order_id} changed since the preview: this would now release ${planned.plan.released} ${planned.plan.currency_code.toUpperCase()}. Look at the new preview and confirm it.`,
      details: { release_plan: planned.plan },
    })
  }
  return planned.plan
}

/**
 * The release that this idempotency key made before. One that came to nothing
 * answers nothing: the same request is tried again.
 */
async function findReplay(
  container: MedusaContainer,
  input: CreateOrderReleaseInput
): Promise<ReservedOrderRelease | null> {
  const { idempotency_key } = input
  const first = idempotency_key
    ? await refundsModule(container).findOrderRelease({ idempotency_key })
    : null
  if (!first) {
    return null
  }
  if (cameToNothing(first.status === "failed", first.payments)) {
    await refundsModule(container).freeReleaseKey(first, "workflow")
    return null
  }
  assertSameRequest("release", first, releaseRequestHash(input))
  return {
    order_release_id: first.id,
    order_id: first.order_id,
    replayed: true,
  }
}
