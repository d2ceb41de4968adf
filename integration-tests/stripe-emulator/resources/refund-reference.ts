import type Stripe from "stripe"
import type { Emit } from "../events"
import type { AccountState } from "../state"
import { retrieveRefund } from "./refund-object"
import { refundUpdated } from "./refund-events"

type Reference = { reference?: string | null; reference_status?: string | null }

/** The part of `destination_details` that a refund's bank can be asked by. */
function referenceOf({
  destination_details: details,
}: Stripe.Refund): Reference | null {
  const part: Reference | undefined =
    details && Reflect.get(details, details.type)
  return part && "reference_status" in part ? part : null
}

/** A refund of a charge gets its reference; of an authorisation there is none. */
export function giveReference(
  state: AccountState,
  id: string,
  emit: Emit
): void {
  const refund = retrieveRefund(state, id)
  const part = referenceOf(refund)
  if (refund.status === "succeeded" && part?.reference_status === "pending") {
    setReference(refund, state.data.releases[id] ? null : numberOf(id), emit)
  }
}

/** @param reference null where the bank gives none */
export function setReference(
  refund: Stripe.Refund,
  reference: string | null,
  emit: Emit
): void {
  const previous = structuredClone(refund.destination_details ?? null)
  const part = referenceOf(refund)
  if (!part) {
    throw new RangeError(
      `${refund.id} goes to ${refund.destination_details?.type}, which gives no reference.`
    )
  }
  part.reference_status = reference ? "available" : "unavailable"
  if (reference) {
    part.reference = reference
  }
  refundUpdated(emit, refund, { destination_details: previous })
}

/** Sixteen digits of its own for each refund, from the number in its id. */
const numberOf = (id: string) =>
  `74530${String(Number.parseInt(id.slice(-6), 36)).padStart(11, "0")}`
