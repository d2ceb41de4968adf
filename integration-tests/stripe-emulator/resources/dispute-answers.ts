import type Stripe from "stripe"
import type { Emit } from "../events"
import type { Form } from "../form-encoding"
import { allow, mergeMetadata, text } from "../params"
import type { AccountState } from "../state"
import { closeInquiry, loseDispute } from "./dispute-ends"
import { evidenceOf, hasEvidence } from "./dispute-evidence"
import { inStatus, isInquiry, retrieveDispute } from "./dispute-status"

/** Evidence is submitted unless `submit` is false; then it is only kept. */
export function updateDispute(
  state: AccountState,
  id: string,
  params: Form,
  emit: Emit
): Stripe.Dispute {
  allow(params, ["evidence", "metadata", "submit"])
  const evidence = evidenceOf(params)
  const dispute = inStatus(retrieveDispute(state, id))
  const { evidence_details, metadata, status } = dispute
  const previous = structuredClone({
    evidence: dispute.evidence,
    evidence_details,
    metadata,
    status,
  })
  dispute.metadata = mergeMetadata(metadata, params)
  Object.assign(dispute.evidence, evidence)
  evidence_details.has_evidence = hasEvidence(dispute)
  const asked = text(params, "submit") ?? String("evidence" in params)
  const submitted = asked === "true" && evidence_details.has_evidence
  if (submitted) {
    submit(dispute)
  }
  emit("charge.dispute.updated", dispute, previous)
  if (submitted) {
    state.later("judgement", id)
  }
  return dispute
}

function submit(dispute: Stripe.Dispute): void {
  dispute.evidence_details.submission_count += 1
  dispute.evidence_details.submission_method = "manual"
  dispute.status = isInquiry(dispute) ? "warning_under_review" : "under_review"
}

/** Gives in: a chargeback is lost, an inquiry is over (the latter a guess). */
export function closeDispute(
  state: AccountState,
  id: string,
  params: Form,
  emit: Emit
): Stripe.Dispute {
  allow(params, [])
  const inquiry = isInquiry(retrieveDispute(state, id))
  return (inquiry ? closeInquiry : loseDispute)(state, id, emit)
}
