import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import { cameToNothing } from "../../../domain"
import { assertSameRequest } from "../../common/assert-same-request"
import { prepareRefund } from "../prepare-refund"
import { refundError } from "../../common/refund-error"
import { refundsModule } from "../../common/refunds-module"
import { revokeRefund } from "../revoke-refund"
import { whileOrderChanges } from "../../common/while-order-changes"
import { createRequestHash } from "../reservation"
import type { CreateOrderRefundInput, ReservedOrderRefund } from "../types"

/** Each try reads everything again; more than a few means something is wrong. */
const TRIES = 5

export const reserveOrderRefundStepId = "reserve-order-refund"

/**
 * Plans the refund and reserves its money, in one committed transaction. From
 * then on every reader counts the reservation.
 *
 * Compensation gives the reservation back, unless money moved or may have, or
 * goods did.
 *
 * @throws the codes of `prepareRefund`, `plan_changed`, `idempotency_key_reused`
 */
export const reserveOrderRefundStep = createStep(
  reserveOrderRefundStepId,
  async (input: CreateOrderRefundInput, { container }) => {
    const reserved = await whileOrderChanges(
      input.order_id,
      TRIES,
      async () =>
        (await findReplay(container, input)) ??
        (await tryToReserve(container, input))
    )
    // What another run made is not ours to give back.
    return new StepResponse(reserved, reserved.replayed ? null : reserved)
  },
  async (reserved, { container }) => {
    if (reserved) {
      await revokeRefund(container, reserved.order_refund_id, {
        actor: "workflow",
        action: "released",
      })
    }
  }
)

async function tryToReserve(
  container: MedusaContainer,
  input: CreateOrderRefundInput
): Promise<ReservedOrderRefund | null> {
  const { state, plan, reservation } = await prepareRefund(container, input)
  const { order, records } = state
  if (input.plan_hash && input.plan_hash !== plan.hash) {
    throw refundError({
      code: "plan_changed",
      message: `${order.id} changed since the preview: this refund would now be ${plan.amount} ${order.currency_code.toUpperCase()}. Look at the new preview and confirm it.`,
      details: { refund_plan: plan },
    })
  }
  const done = await refundsModule(container).reserve(
    records.version,
    reservation
  )
  return done
    ? {
        order_refund_id: reservation.order_refund.id,
        order_id: order.id,
        replayed: false,
      }
    : null
}

/**
 * The refund that this idempotency key made before. One that came to nothing
 * answers nothing: the same request is tried again, with keys of its own at
 * Stripe.
 */
async function findReplay(
  container: MedusaContainer,
  input: CreateOrderRefundInput
): Promise<ReservedOrderRefund | null> {
  const { idempotency_key } = input
  const first = idempotency_key
    ? await refundsModule(container).findOrderRefund({ idempotency_key })
    : null
  if (!first) {
    return null
  }
  if (cameToNothing(first.released_at !== null, first.transactions)) {
    await refundsModule(container).freeRefundKey(first.id, "workflow")
    return null
  }
  assertSameRequest("refund", first, createRequestHash(input))
  return { order_refund_id: first.id, order_id: first.order_id, replayed: true }
}
