import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  equal,
  fromMinorUnits,
  type MedusaOrderPayment,
  unclearMessage,
} from "../../../domain"
import type { OrderLock } from "../../common/order-lock"
import { readOrderRefundState } from "../../common/read-order-state"
import { refundsModule } from "../../common/refunds-module"
import type { StripeSyncResult, SyncStripePaymentInput } from "../types"
import { applyDisputes } from "./apply-disputes"
import { applyRefunds } from "./apply-refunds"
import { isUpToDate } from "./is-up-to-date"
import { ownRefunds } from "./own-refunds"
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
  const nothing = { refunds: [], disputes: [], drift: [], unclear: [] }
  const [known] = await container
    .resolve(Modules.PAYMENT)
    .listPayments(
      { id: input.payment_id },
      { select: ["id", "provider_id", "data"] }
    )
  const truth =
    known &&
    (await readStripePayment(container, known, input.disputes !== false))
  if (!truth || (await isUpToDate(container, truth, input))) {
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
  const { own, unclear, held } = await ownRefunds(
    container,
    { order_id: input.order_id, payment },
    truth.refunds
  )
  await hold(container, input.order_id, payment, held)
  const applied = await applyRefunds(container, lock, {
    state,
    payment,
    refunds: own,
    actor: input.actor,
  })
  return {
    ...applied,
    disputes,
    unclear: unclear.map((each) => ({
      stripe_refund_id: each.refund.id,
      message: unclearMessage(each),
    })),
  }
}

/** Every reader of the payment counts it, also where no event tells the others. */
async function hold(
  container: MedusaContainer,
  orderId: string,
  { id, held, currency_code }: MedusaOrderPayment,
  minor: bigint
): Promise<void> {
  const amount = fromMinorUnits(minor, currency_code)
  if (!equal(held ?? "0", amount)) {
    await refundsModule(container).outsideRefunds.hold(orderId, id, amount)
  }
}
