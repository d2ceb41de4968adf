import {
  heldElsewhere,
  isNeverCaptured,
  type KnownOwners,
  type MedusaOrderPayment,
  ownerOf,
  type OwnRefunds,
  type PaymentOfOrder,
  type StripeRefundState,
  toMinor,
} from "../../../domain"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundTarget } from "../../../stripe"
import { refundsModule } from "../../common/refunds-module"
import { findPayments } from "./find-payment"
import { readRequestKeys } from "./read-stripe-payment"

/**
 * Picks the refunds of one payment of an order out of those of its payment
 * intent, which may serve several payments and orders.
 */
export async function ownRefunds(
  container: MedusaContainer,
  { order_id, payment }: { order_id: string; payment: MedusaOrderPayment },
  refunds: StripeRefundState[]
): Promise<OwnRefunds> {
  const recorded = await refundsModule(container).transactions.ownersOf(
    refunds.map(({ id }) => id),
    refunds.flatMap(({ refund_transaction_id: id }) => id ?? [])
  )
  const isOurs = (owner: PaymentOfOrder | null | undefined) =>
    owner?.payment_id === payment.id && owner.order_id === order_id
  const known = (refund: StripeRefundState) =>
    recorded.get(refund.id) ?? recorded.get(refund.refund_transaction_id ?? "")
  const strangers = refunds.filter(
    (refund) => !isOurs(known(refund)) && !isNeverCaptured(refund)
  )
  const payments = strangers.length
    ? await paymentsOf(container, { order_id, payment })
    : []
  if (payments.length < 2) {
    return { own: refunds, unclear: [], held: 0n }
  }
  const owners = await knownOwners(container, payment, payments, {
    recorded,
    refunds: strangers.filter((refund) => !known(refund)),
  })
  const foreign = strangers
    .map((refund) => ({
      refund,
      minor_amount: refund.minor_amount,
      owner: ownerOf(refund, payments, owners),
    }))
    .filter(({ owner }) => !isOurs(owner))
  const others = new Set(foreign.map(({ refund }) => refund.id))
  const live = foreign.filter(({ refund }) => isLive(refund))
  return {
    own: refunds.filter(({ id }) => !others.has(id)),
    unclear: live
      .filter(({ owner }) => !owner)
      .map(({ refund }) => ({ refund, payments })),
    held: heldElsewhere(live, {
      captured: toMinor(payment.captured, payment.currency_code),
      received: receivedOf(refunds) ?? 0n,
    }),
  }
}

const isLive = ({ outcome }: StripeRefundState): boolean =>
  outcome.status !== "failed" && outcome.status !== "canceled"

/** An intent captures one charge; failed attempts captured nothing. */
const receivedOf = (refunds: StripeRefundState[]): bigint | undefined =>
  refunds.find(({ of_charge }) => of_charge?.captured)?.of_charge?.captured

/** Payments whose order does not exist (yet) are refunded by nobody. */
async function paymentsOf(
  container: MedusaContainer,
  { order_id, payment }: { order_id: string; payment: MedusaOrderPayment }
): Promise<PaymentOfOrder[]> {
  const ids = Object.values(refundTarget(payment.data) ?? {}) as string[]
  const found = await findPayments(container, ids)
  const all = [...found.values()]
    .flat()
    .flatMap(({ payment_id, ...each }) =>
      each.order_id ? [{ payment_id, order_id: each.order_id }] : []
    )
  const self = { payment_id: payment.id, order_id }
  return [
    self,
    ...all.filter(
      (each) =>
        each.payment_id !== self.payment_id || each.order_id !== order_id
    ),
  ]
}

async function knownOwners(
  container: MedusaContainer,
  payment: MedusaOrderPayment,
  payments: PaymentOfOrder[],
  {
    recorded,
    refunds,
  }: {
    recorded: KnownOwners["recorded"]
    refunds: StripeRefundState[]
  }
): Promise<KnownOwners> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "refund",
      fields: ["id", "payment_id"],
      filters: { payment_id: payments.map(({ payment_id }) => payment_id) },
    })
  const rows = new Map(
    (data as { id: string; payment_id: string }[]).map(
      ({ id, payment_id }) => [id, payment_id] as const
    )
  )
  return {
    recorded,
    rows,
    keys: await readRequestKeys(container, payment, refunds),
  }
}
