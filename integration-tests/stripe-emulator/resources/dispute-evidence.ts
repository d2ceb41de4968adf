import type Stripe from "stripe"
import { invalidRequest } from "../errors"
import type { Form } from "../form-encoding"
import { EVIDENCE_FIELDS } from "./dispute-object"

/** The evidence of a request; an empty text takes a field back. */
export function evidenceOf({
  evidence = {},
}: Form): Record<string, string | null> {
  if (typeof evidence !== "object" || Array.isArray(evidence)) {
    throw invalidRequest("Invalid object", { param: "evidence" })
  }
  const unknown = Object.keys(evidence).find(
    (field) => !EVIDENCE_FIELDS.includes(field)
  )
  if (unknown) {
    throw invalidRequest(`Received unknown parameter: evidence[${unknown}]`, {
      code: "parameter_unknown",
      param: `evidence[${unknown}]`,
    })
  }
  return Object.fromEntries(
    Object.entries(evidence).map(([field, value]) => [
      field,
      typeof value === "string" && value ? value : null,
    ])
  )
}

/** Whether any field says something. */
export const hasEvidence = ({ evidence }: Stripe.Dispute): boolean =>
  Object.values(evidence).some((value) => typeof value === "string")
