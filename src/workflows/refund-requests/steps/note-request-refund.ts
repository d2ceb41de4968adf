import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { toError } from "../../common/to-error"
import { noteRefundOfRequest } from "../note-refund-of-request"

export const noteRequestRefundStepId = "note-request-refund"

/**
 * Notes which refund a request got. It never fails the workflow: the money is on
 * its way, and the job notes it where this could not.
 */
export const noteRequestRefundStep = createStep(
  noteRequestRefundStepId,
  async (
    input: { refund_request_id: string; order_refund_id: string },
    { container }
  ) => {
    try {
      return new StepResponse(await noteRefundOfRequest(container, input))
    } catch (error) {
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .error(
          `Refund request ${input.refund_request_id} has its refund ${input.order_refund_id}, which could not be noted; the job does it.`,
          toError(error)
        )
      return new StepResponse(false)
    }
  }
)
