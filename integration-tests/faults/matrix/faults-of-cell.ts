import type { FaultRule } from "../../stripe-emulator/faults"
import type { Form } from "../../stripe-emulator/form-encoding"
import type { Cell } from "./cells"
import { faultOf } from "./effects"
import type { Lab } from "./lab"
import { intentOf, type Subject } from "./subject"

/** The plugin looks for the event of a refund from this many seconds before it. */
const EVENTS_FROM_SECONDS = 2

/** Puts the fault of a cell in place: it hits the calls about its order only. */
export function addFault(lab: Lab, subject: Subject): void {
  const { effect, times } = subject.cell
  const fault = faultOf(effect)
  if (fault) {
    const { when = () => true, ...call } = callOf(lab, subject)
    lab.stripe.control.addFault({
      ...fault,
      ...call,
      when: (params) => {
        const isHit = when(params)
        subject.hits += isHit ? 1 : 0
        return isHit
      },
      times,
    })
  }
}

/** The calls that a cell is about. */
export function callOf(
  { stripe }: Lab,
  subject: Subject
): Pick<FaultRule, "method" | "path" | "when"> {
  const intent = intentOf(subject)
  const refund = stripe.control
    .snapshot()
    .refunds.find(({ payment_intent }) => payment_intent === intent)
  const from = Number(refund?.created) - EVENTS_FROM_SECONDS
  const when = ({ payment_intent }: Form) => payment_intent === intent
  const calls: Record<
    Cell["call"],
    Pick<FaultRule, "method" | "path" | "when">
  > = {
    "create refund": { method: "POST", path: "/v1/refunds", when },
    "list refunds": { method: "GET", path: "/v1/refunds", when },
    "find refund": { method: "GET", path: "/v1/refunds", when },
    "read refund": { method: "GET", path: `/v1/refunds/${refund?.id}` },
    "cancel refund": {
      method: "POST",
      path: `/v1/refunds/${refund?.id}/cancel`,
    },
    "cancel units": { method: "POST", path: "/v1/refunds", when },
    "return units": { method: "POST", path: "/v1/refunds", when },
    "edit down": { method: "POST", path: "/v1/refunds", when },
    // The intent is made by the edit; each customer has a card of their own.
    "edit up": {
      method: "POST",
      path: /^\/v1\/payment_intents\/[^/]+\/confirm$/,
      when: ({ payment_method }) => payment_method === subject.order.card,
    },
    "release part": {
      method: "POST",
      path: `/v1/payment_intents/${intent}/capture`,
    },
    "release all": {
      method: "POST",
      path: `/v1/payment_intents/${intent}/cancel`,
    },
    "cancel order": { method: "POST", path: "/v1/refunds", when },
    "list void": { method: "GET", path: "/v1/refunds", when },
    "read void": { method: "GET", path: `/v1/refunds/${refund?.id}` },
    "list events": {
      method: "GET",
      path: "/v1/events",
      when: ({ created }) =>
        Number(Reflect.get(Object(created), "gte")) === from,
    },
  }
  return calls[subject.cell.call]
}
