import type Stripe from "stripe"
import { disputeControls } from "./control-disputes"
import { webhookControls } from "./control-webhooks"
import { NO_CAUSE, type Cause, type Emit } from "./events"
import type { FaultRule, Faults } from "./faults"
import {
  addRefund,
  assertRefundable,
  chargeOf,
  giveUp,
  retrieveCharge,
  retrieveRefund,
  type ChargeReference,
} from "./resources/refunds"
import { createCharge } from "./resources/charges"
import { newRefund, remaining } from "./resources/refund-object"
import {
  confirmIntent,
  createIntent,
  expireIntent,
} from "./resources/payment-intents"
import { disputeTestCards, failTestCardRefunds } from "./resources/test-cards"
import type { LoggedRequest } from "./server"
import type { AccountState } from "./state"
import type { Webhooks } from "./webhooks"

type Parts = {
  state: AccountState
  faults: Faults
  webhooks: Webhooks
  log: LoggedRequest[]
  emitFor: (cause: Cause) => Emit
}

export type RefundInDashboard = ChargeReference & {
  amount?: number
  reason?: string
}

/** What a test or the demo may do behind the API's back. */
export type EmulatorControl = ReturnType<typeof createControl>

/** Everything that happens at Stripe without a request of the store. */
export function createControl({
  state,
  faults,
  webhooks,
  log,
  emitFor,
}: Parts) {
  const emit = emitFor(NO_CAUSE)
  const changed = <Result>(result: Result): Result => {
    state.changed()
    return result
  }
  const update = (
    id: string,
    patch: Partial<Stripe.Refund>,
    from: string[] = ["pending", "requires_action", "succeeded"]
  ) => {
    const refund = retrieveRefund(state, id)
    // The money of a failed refund is back; it cannot come to life again.
    if (!from.includes(String(refund.status))) {
      throw new RangeError(
        `${id} is ${refund.status}, not one of ${from.join(", ")}`
      )
    }
    const previous = Object.fromEntries(
      Object.keys(patch).map((field) => [
        field,
        structuredClone(Reflect.get(refund, field) ?? null) as unknown,
      ])
    )
    Object.assign(refund, patch)
    emit("refund.updated", refund, previous)
    return changed(refund)
  }
  return {
    ...disputeControls({ state, emit, changed }),
    ...webhookControls({ state, webhooks, changed }),
    reset(): void {
      state.reset()
      faults.clear()
      webhooks.reset()
      log.length = 0
    },
    snapshot: () =>
      structuredClone({
        paymentIntents: Object.values(state.data.paymentIntents),
        charges: Object.values(state.data.charges),
        refunds: Object.values(state.data.refunds),
        balanceTransactions: Object.values(state.data.balanceTransactions),
        disputes: Object.values(state.data.disputes),
        events: Object.values(state.data.events),
      }),
    requests: (): LoggedRequest[] => [...log],
    clearRequests: (): void => {
      log.length = 0
    },
    advanceClock(ms: number): void {
      state.data.clockOffsetMs += ms
      failTestCardRefunds(state, emit)
      state.changed()
    },
    addFault: (rule: FaultRule): void => faults.add(rule),
    clearFaults: (): void => faults.clear(),
    settleRefund: (id: string) =>
      update(id, { status: "succeeded" }, ["pending", "requires_action"]),
    requireAction: (id: string) => update(id, { status: "requires_action" }),
    /** What Stripe says of a refund beside its status. */
    describeRefund: (id: string, said: Partial<Stripe.Refund>) =>
      update(id, said),
    setReference: (id: string, reference: string) =>
      update(id, {
        destination_details: {
          card: {
            reference,
            reference_status: "available",
            reference_type: "acquirer_reference_number",
            type: "refund",
          },
          type: "card",
        },
      }),
    failRefund: (id: string, reason = "expired_or_canceled_card") =>
      changed(giveUp(state, retrieveRefund(state, id), "failed", reason, emit)),
    cancelRefundInDashboard: (id: string) =>
      changed(
        giveUp(
          state,
          retrieveRefund(state, id),
          "canceled",
          "merchant_request",
          emit
        )
      ),
    /** A colleague refunds in the Dashboard: no metadata, no request of ours. */
    refundInDashboard(refund: RefundInDashboard): Stripe.Refund {
      const charge = chargeOf(state, refund)
      assertRefundable(state, charge)
      const amount = refund.amount ?? remaining(state, charge)
      if (
        !Number.isSafeInteger(amount) ||
        amount < 1 ||
        amount > remaining(state, charge)
      ) {
        throw new RangeError(
          `${charge.id} has ${remaining(state, charge)} left, not ${amount}`
        )
      }
      return changed(
        addRefund(state, charge, amount, emit, {
          metadata: {},
          reason: (refund.reason ?? null) as Stripe.Refund["reason"],
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
    /** The customer's bank gives an authorisation up, after about a week. */
    expireAuthorization: (id: string) => changed(expireIntent(state, id, emit)),
    /** A payment that a customer made; `withoutIntent` is one from long ago. */
    createPaidPaymentIntent(payment: {
      amount: number
      currency: string
      payment_method?: string
      metadata?: Record<string, string>
      withoutIntent?: boolean
    }): { payment_intent: Stripe.PaymentIntent | null; charge: Stripe.Charge } {
      const method = payment.payment_method ?? "pm_card_visa"
      const { amount, currency, metadata = {} } = payment
      if (payment.withoutIntent) {
        const source = { id: null, customer: null, amount, currency, metadata }
        const charge = createCharge(state, source, method, true)
        disputeTestCards(state, emit)
        return changed({ payment_intent: null, charge })
      }
      const params = { amount: String(amount), currency, metadata }
      const intent = createIntent(state, params, emit)
      confirmIntent(state, intent.id, { payment_method: method }, emit)
      const charge = retrieveCharge(state, String(intent.latest_charge))
      disputeTestCards(state, emit)
      return changed({ payment_intent: intent, charge })
    },
  }
}
