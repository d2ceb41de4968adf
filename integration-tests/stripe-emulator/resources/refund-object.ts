import type Stripe from "stripe"
import { missing } from "../errors"
import type { AccountState } from "../state"
import { methodType } from "./method-types"

/** A refund of a charge as it is answered first; no money has moved. */
export function newRefund(
  state: AccountState,
  charge: Pick<
    Stripe.Charge,
    "id" | "currency" | "customer" | "payment_intent" | "payment_method"
  > &
    Partial<Pick<Stripe.Charge, "payment_method_details">>,
  amount: number,
  more: Pick<Stripe.Refund, "metadata" | "reason" | "status">
): Stripe.Refund {
  return {
    id: state.id(charge.id.startsWith("py_") ? "pyr" : "re"),
    object: "refund",
    amount,
    balance_transaction: null,
    charge: charge.id,
    created: state.now(),
    currency: charge.currency,
    customer: charge.customer,
    customer_account: null,
    destination_details: destinationOf(
      charge.payment_method_details?.type ?? "card"
    ),
    payment_intent: charge.payment_intent,
    payment_method: charge.payment_method,
    receipt_number: null,
    source_transfer_reversal: null,
    transfer_reversal: null,
    ...more,
  }
}

function destinationOf(type: string): Stripe.Refund.DestinationDetails {
  const known = methodType(type)
  if (!known) {
    return {
      card: {
        reference_status: "pending",
        reference_type: "acquirer_reference_number",
        type: "refund",
      },
      type: "card",
    }
  }
  const { destination = type, reference, networkDecline } = known
  return {
    [destination]: {
      ...(networkDecline ? { network_decline_code: null } : {}),
      ...(reference ? { reference: null, reference_status: "pending" } : {}),
    },
    type: destination,
  }
}

export function retrieveRefund(state: AccountState, id: string): Stripe.Refund {
  const refund = state.data.refunds[id]
  if (!refund) {
    throw missing("refund", id, "refund")
  }
  return refund
}

export const isLive = ({ status }: Stripe.Refund): boolean =>
  status !== "failed" && status !== "canceled"

const liveRefunds = ({ data }: AccountState, charge: Stripe.Charge) =>
  Object.values(data.refunds).filter(
    (refund) => refund.charge === charge.id && isLive(refund)
  )

const sumOf = (refunds: Stripe.Refund[]) =>
  refunds.reduce((sum, { amount }) => sum + amount, 0)

/** What a charge has left: captured less refunds of it that are not failed or cancelled. */
export const remaining = (state: AccountState, charge: Stripe.Charge): number =>
  charge.amount_captured -
  sumOf(liveRefunds(state, charge).filter(({ id }) => !state.data.releases[id]))

/**
 * Counts the refunds of a charge. Whether pending ones count is not documented;
 * here they do (a guess). What old versions call a refund of an authorisation
 * counts in `amount_refunded`, but never as captured.
 */
export function updateCharge(state: AccountState, charge: Stripe.Charge): void {
  const refunds = liveRefunds(state, charge)
  charge.amount_refunded = sumOf(refunds)
  charge.refunded =
    refunds.length > 0 &&
    remaining(state, charge) === 0 &&
    (charge.captured || charge.amount_refunded === charge.amount)
}
