import type Stripe from "stripe"
import type { Emit } from "./events"
import { addRefund, takeMoney, waitForCustomer } from "./resources/add-refund"
import { retrieveCharge } from "./resources/charges"
import { giveUp } from "./resources/give-up-refund"
import { refundUpdated } from "./resources/refund-events"
import { newRefund, remaining, retrieveRefund } from "./resources/refund-object"
import { setReference } from "./resources/refund-reference"
import {
  assertRefundable,
  chargeOf,
  type ChargeReference,
} from "./resources/refund-target"
import type { AccountState } from "./state"

type Parts = {
  state: AccountState
  emit: Emit
  changed: <Result>(result: Result) => Result
}

export type RefundInDashboard = ChargeReference & {
  amount?: number
  reason?: string
  /** Who is asked where the money shall go, for methods that need it. */
  instructions_email?: string
}

const SHOPPER = "shopper@example.com"

/** What banks do about refunds, and colleagues in the Dashboard. */
export function refundControls({ state, emit, changed }: Parts) {
  const inStatus = (id: string, statuses: string[]): Stripe.Refund => {
    const refund = retrieveRefund(state, id)
    // The money of a failed refund is back; it cannot come to life again.
    if (!statuses.includes(String(refund.status))) {
      throw new RangeError(
        `${id} is ${refund.status}, not one of ${statuses.join(", ")}`
      )
    }
    return refund
  }
  const end = (id: string, status: "failed" | "canceled", reason: string) =>
    changed(giveUp(state, retrieveRefund(state, id), status, reason, emit))
  return {
    settleRefund(id: string): Stripe.Refund {
      const refund = inStatus(id, ["pending", "requires_action"])
      const { status, pending_reason, next_action } = refund
      refund.status = "succeeded"
      delete refund.pending_reason
      delete refund.next_action
      if (!refund.balance_transaction) {
        takeMoney(state, refund, retrieveCharge(state, String(refund.charge)))
      }
      refundUpdated(emit, refund, { status, pending_reason, next_action })
      state.later("reference", id)
      return changed(refund)
    },
    requireAction(id: string): Stripe.Refund {
      const live = ["pending", "requires_action", "succeeded"]
      const refund = inStatus(id, live)
      const { status } = refund
      Object.assign(refund, waitForCustomer(state, SHOPPER))
      delete refund.pending_reason
      refundUpdated(emit, refund, { status })
      return changed(refund)
    },
    setReference(id: string, reference: string): Stripe.Refund {
      const refund = retrieveRefund(state, id)
      setReference(refund, reference, emit)
      return changed(refund)
    },
    /** What Stripe says of a refund beside its status. */
    describeRefund(id: string, said: Partial<Stripe.Refund>): Stripe.Refund {
      const refund = retrieveRefund(state, id)
      const previous = Object.fromEntries(
        Object.keys(said).map((field) => [field, Reflect.get(refund, field)])
      )
      Object.assign(refund, said)
      refundUpdated(emit, refund, previous)
      return changed(refund)
    },
    failRefund: (id: string, reason = "expired_or_canceled_card") =>
      end(id, "failed", reason),
    cancelRefundInDashboard: (id: string) =>
      end(id, "canceled", "merchant_request"),
    /** A colleague refunds in the Dashboard: no metadata, no request of ours. */
    refundInDashboard(refund: RefundInDashboard): Stripe.Refund {
      const charge = chargeOf(state, refund)
      assertRefundable(state, charge)
      const left = remaining(state, charge)
      const { amount = left, instructions_email = SHOPPER } = refund
      if (!Number.isSafeInteger(amount) || amount < 1 || amount > left) {
        throw new RangeError(`${charge.id} has ${left} left, not ${amount}`)
      }
      return changed(
        addRefund(state, charge, amount, emit, {
          metadata: {},
          reason: (refund.reason ?? null) as Stripe.Refund["reason"],
          instructions_email,
        })
      )
    },
    /** A refund to a card that is linked to no payment. */
    refundWithoutPayment(amount: number, currency: string): Stripe.Refund {
      const nothing = {
        id: "",
        currency,
        customer: null,
        payment_intent: null,
        payment_method: null,
      }
      const refund = newRefund(state, nothing, amount, {
        metadata: {},
        reason: null,
        status: "succeeded",
      })
      refund.charge = null
      state.data.refunds[refund.id] = refund
      emit("refund.created", refund)
      return changed(refund)
    },
  }
}
