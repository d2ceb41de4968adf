import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderLock } from "../../order-refund/lib/order-lock"
import { readOrderRefundState } from "../../order-refund/lib/read-snapshot"
import type { StripeSyncResult, SyncStripePaymentInput } from "../types"
import { applyDisputes } from "./apply-disputes"
import { applyRefunds } from "./apply-refunds"
import { isUpToDate } from "./is-up-to-date"
import { readStripePayment } from "./read-stripe-payment"

/**
 * Reads the truth about one payment from Stripe, once, and brings our records
 * to it. The caller holds the order's `lock`, so an older reading can never
 * overwrite a newer one.
 */
export async function applyStripePayment(
  container: MedusaContainer,
  lock: OrderLock,
  input: SyncStripePaymentInput
): Promise<StripeSyncResult> {
  const nothing = { refunds: [], disputes: [], drift: [] }
  const [known] = await container
    .resolve(Modules.PAYMENT)
    .listPayments(
      { id: input.payment_id },
      { select: ["id", "provider_id", "data"] }
    )
  const truth =
    known &&
    (await readStripePayment(container, known, input.disputes !== false))
  if (!truth || (await isUpToDate(container, truth))) {
    return nothing
  }
  const state = await readOrderRefundState(container, input.order_id)
  const payment = state.order.payments.find(({ id }) => id === input.payment_id)
  if (!payment) {
    return nothing
  }
  const disputes = truth.disputes
    ? await applyDisputes(container, state, payment.id, truth.disputes)
    : []
  const applied = await applyRefunds(container, lock, {
    state,
    payment,
    refunds: truth.refunds,
    actor: input.actor,
  })
  return { ...applied, disputes }
}
