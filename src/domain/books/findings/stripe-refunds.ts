import { type OwnRefunds, unclearMessage } from "../../gateway/own-refunds"
import {
  isNeverCaptured,
  type StripeRefundState,
} from "../../gateway/stripe-refund-state"
import {
  type GatewayDifference,
  gatewayDifferences,
  type ToldRefund,
} from "../book-findings"
import type { MedusaOrderPayment } from "../medusa-order"
import { type Movement, movementsOf } from "./movements"
import type { Found, OrderBooks } from "./types"
import { GRACE_MS, minorMoney, named } from "./words"

type Told = ToldRefund & Pick<StripeRefundState, "outcome">

/** Every live refund at Stripe has one record, with its amount and status. */
export function stripeRefunds(books: OrderBooks): Found[] {
  const before = (books.now.getTime() - GRACE_MS) / 1000
  return books.order.payments.flatMap((payment) => {
    const unclear = books.unclear.get(payment.id) ?? []
    const told = books.stripe.get(payment.id)?.map((refund) => ({
      ...refund,
      status: refund.outcome.status,
    }))
    const differences = told
      ? gatewayDifferences(told, movementsOf(payment.id, books.refunds), before)
      : []
    // What a record in doubt says and what nobody knows may be the same.
    const missing = differences.flatMap(amountsInDoubt)
    return [
      ...differences.map((difference) => ({
        ...toFound(difference, payment, missing),
        payment_id: payment.id,
      })),
      ...unclear
        .filter(({ refund }) => refund.created < before)
        .map((each) => toUnclear(each, payment)),
    ]
  })
}

const toUnclear = (
  each: OwnRefunds["unclear"][number],
  { id, currency_code }: MedusaOrderPayment
): Found => ({
  severity: "error",
  code: "stripe_refund_unclear",
  about: `${each.refund.id} ${id}`,
  message: `Stripe gave ${minorMoney(each.refund.minor_amount, currency_code)} back, and nothing tells which order it was for.`,
  advice: unclearMessage(each),
  mend: [],
})

const amountsInDoubt = (
  difference: GatewayDifference<Told, Movement>
): bigint[] => {
  switch (difference.kind) {
    case "missing":
      return [difference.movement.minor_amount]
    case "recorded_twice":
      return difference.movements.map(({ minor_amount }) => minor_amount)
    default:
      return []
  }
}

function toFound(
  difference: GatewayDifference<Told, Movement>,
  { id: payment_id, currency_code }: MedusaOrderPayment,
  missing: bigint[]
): Found {
  const money = (minor: bigint) => minorMoney(minor, currency_code)
  const error = { severity: "error" as const }
  const readBack = [{ kind: "sync" as const, payment_id }]
  switch (difference.kind) {
    case "not_recorded": {
      const { id, minor_amount } = difference.refund
      const isClear = !missing.includes(minor_amount)
      return {
        ...error,
        code: "stripe_refund_not_recorded",
        about: id,
        message: `Stripe refunded ${money(minor_amount)} of ${payment_id} as ${id}, and nothing here knows of it.`,
        advice: isClear
          ? "A repair records it."
          : "A record of the same amount names a refund that Stripe does not have, or that another record names: find out whether they are the same.",
        mend: isClear ? readBack : [],
      }
    }
    case "recorded_twice": {
      const { refund, movements } = difference
      return {
        ...error,
        code: "stripe_refund_recorded_twice",
        about: refund.id,
        message: `${refund.id} of ${money(refund.minor_amount)} is recorded more than once: ${movements.map(({ id }) => id).join(", ")}.`,
        advice: "Find out which one is right.",
        order_refund_id: movements[0]?.refund.id,
        mend: [],
      }
    }
    case "missing": {
      const { movement } = difference
      return {
        ...error,
        code: "stripe_refund_missing",
        about: movement.id,
        message: `${movement.id} of ${named(movement.refund)} says that ${money(movement.minor_amount)} of ${payment_id} were given back${movement.stripe_refund_id ? ` as ${movement.stripe_refund_id}` : ""}, but Stripe has no such refund of this payment.`,
        advice: "Look it up in the Stripe Dashboard.",
        order_refund_id: movement.refund.id,
        mend: [],
      }
    }
    case "amount": {
      const { movement, refund } = difference
      return {
        ...error,
        code: "stripe_amount_differs",
        about: movement.id,
        message: `Stripe refunded ${money(refund.minor_amount)} as ${refund.id}, but ${movement.id} of ${named(movement.refund)} says ${money(movement.minor_amount)}.`,
        advice: "Compare both with what the customer was promised.",
        order_refund_id: movement.refund.id,
        mend: [],
      }
    }
    case "status": {
      const { movement, refund, reachable } = difference
      if (isNeverCaptured(refund)) {
        const imported = movement.refund.source === "stripe"
        return {
          ...error,
          code: "refund_never_captured",
          about: movement.id,
          message: `${named(movement.refund)} says that ${money(refund.minor_amount)} of ${payment_id} were given back as ${refund.id}. Stripe never captured that money: it let an authorisation go.`,
          advice: imported
            ? "A repair takes the refund out of the books."
            : "Find out what it was meant to be.",
          order_refund_id: movement.refund.id,
          mend: imported ? readBack : [],
        }
      }
      return {
        ...error,
        code: "stripe_status_differs",
        about: movement.id,
        message: `Stripe says ${refund.id} is ${refund.status}, but ${movement.id} of ${named(movement.refund)} is ${movement.status}.`,
        advice: reachable
          ? "A repair reads it back."
          : "One cannot follow from the other: look it up in the Stripe Dashboard.",
        order_refund_id: movement.refund.id,
        mend: reachable ? readBack : [],
      }
    }
  }
}
