import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  planRequest,
  type PlannedRefundRequest,
  requestHashOf,
} from "../plan-request"
import { asRecorded } from "../as-recorded"
import { keyReused } from "../key-reused"
import { requestsModule } from "../requests-module"
import type { CreateRefundRequestInput, RecordedRefundRequest } from "../types"

export const planRefundRequestStepId = "plan-refund-request"

/** A request to be stored, or the one that its key made before. */
export type RequestToRecord =
  | { planned: PlannedRefundRequest; replay: null }
  | { planned: null; replay: RecordedRefundRequest }

/**
 * Decides what a customer's request would be. For a known idempotency key nothing is
 * decided again: what the policy says now is no matter of a request that was taken.
 *
 * @throws the codes of `createRefundRequestWorkflow`
 */
export const planRefundRequestStep = createStep(
  planRefundRequestStepId,
  async (input: CreateRefundRequestInput, { container }) => {
    const { idempotency_key } = input
    const known = idempotency_key
      ? await requestsModule(container).requests.find({ idempotency_key })
      : null
    if (!known) {
      return new StepResponse<RequestToRecord>({
        planned: await planRequest(container, input, new Date()),
        replay: null,
      })
    }
    if (known.request_hash !== requestHashOf(input)) {
      throw keyReused(known)
    }
    return new StepResponse<RequestToRecord>({
      planned: null,
      replay: asRecorded(known, true),
    })
  }
)
