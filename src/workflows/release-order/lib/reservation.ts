import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import {
  releaseRounding,
  toMinorUnits,
  type ReleasedPayment,
  type ReleasePlan,
  isZero,
  subtract,
  maximum,
  sum,
} from "../../../domain"
import type {
  NewOrderRelease,
  ReleasedCollection,
} from "../../../modules/refunds/order-release-record"
import { refundTarget } from "../../../stripe"
import { requestHash } from "../../common/request-hash"
import type { CreateOrderReleaseInput } from "../types"
import type { OrderReleaseState } from "./read-release-state"

/**
 * What an idempotency key stands for: everything that the caller asked for, and
 * nothing that this run knows beside it.
 */
export const releaseRequestHash = ({
  order_id,
  request,
  note,
  plan_hash,
  additional_data,
}: CreateOrderReleaseInput): string =>
  requestHash({ order_id, request, note, plan_hash, additional_data })

/**
 * Writes a plan down as the records that will be reserved: with the gateways'
 * idempotency keys and exact requests, and with all that undoing needs.
 */
export function toNewRelease(
  input: CreateOrderReleaseInput,
  plan: ReleasePlan,
  state: OrderReleaseState
): NewOrderRelease {
  const { order, snapshot } = state
  return {
    id: generateEntityId(undefined, "ordrel"),
    order_id: order.id,
    kind: plan.kind,
    currency_code: plan.currency_code,
    authorized: plan.authorized,
    released: plan.released,
    capture_amount: plan.capture_amount,
    rounding:
      plan.kind === "void"
        ? "0"
        : releaseRounding(snapshot, plan, order.pending_difference),
    lines: plan.lines,
    collections: plan.kind === "void" ? [] : loweredCollections(plan, state),
    note: input.note ?? null,
    created_by: input.created_by ?? null,
    plan_hash: plan.hash,
    idempotency_key: input.idempotency_key ?? null,
    request_hash: releaseRequestHash(input),
    payments: plan.payments.map((payment) => toReleasePayment(payment, state)),
  }
}

function toReleasePayment(
  payment: ReleasedPayment,
  { held, snapshot }: OrderReleaseState
): NewOrderRelease["payments"][number] {
  const { payment_id, provider_id, capture_amount } = payment
  const row = held.payments.find(({ id }) => id === payment_id)
  const id = generateEntityId(undefined, "relpay")
  const action = isCancelled(payment) ? "cancel" : "capture"
  const atStripe = snapshot.payments.some(
    (each) => each.id === payment_id && each.releases_rest
  )
  return {
    id,
    payment_id,
    provider_id,
    action,
    authorized: payment.authorized,
    released: payment.released,
    capture_amount,
    medusa_amount: row?.amount ?? payment.authorized,
    idempotency_key: id,
    request: {
      payment_intent: atStripe ? intentOf(payment_id, row?.data) : null,
      minor_amount:
        action === "cancel"
          ? null
          : toMinorUnits(capture_amount, snapshot.currency_code).toString(),
    },
  }
}

const isCancelled = ({ capture_amount }: ReleasedPayment): boolean =>
  isZero(capture_amount)

function intentOf(
  paymentId: string,
  data: Record<string, unknown> | undefined
): string {
  const target = refundTarget(data)
  if (target && "payment_intent" in target) {
    return target.payment_intent
  }
  throw new MedusaError(
    MedusaError.Types.UNEXPECTED_STATE,
    `Payment ${paymentId} names no Stripe payment intent in its data, so it cannot be released at Stripe.`
  )
}

/**
 * A collection asks for what its payments take from now on. One whose payments
 * are all cancelled keeps its amount, as Medusa does it.
 */
function loweredCollections(
  plan: ReleasePlan,
  { held }: OrderReleaseState
): ReleasedCollection[] {
  return held.collections.flatMap(({ id, amount }) => {
    const payments = held.payments.filter(
      ({ payment_collection_id }) => payment_collection_id === id
    )
    const planned = payments.flatMap((payment) => {
      const released = plan.payments.find(
        ({ payment_id }) => payment_id === payment.id
      )
      return released ? [{ payment, released }] : []
    })
    if (planned.every(({ released }) => isCancelled(released))) {
      return []
    }
    const less = planned.map(({ payment, released }) =>
      subtract(payment.amount, released.capture_amount)
    )
    return [
      {
        id,
        before: amount,
        after: maximum("0", subtract(amount, sum(...less))),
      },
    ]
  })
}
