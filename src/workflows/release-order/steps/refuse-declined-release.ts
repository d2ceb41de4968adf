import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundError } from "../../common/refund-error"
import { getOrderRelease } from "../../common/get-order-release"
import { hasReleaseDoneNothing } from "../../../domain"
import type { ReservedOrderRelease } from "../types"

export const refuseDeclinedReleaseStepId = "refuse-declined-release"

/**
 * Ends the workflow when the gateway refused before anything was captured or
 * cancelled: the release is undone (by the compensation of the step that made it)
 * and the merchant reads the gateway's own words.
 *
 * @throws provider_declined
 */
export const refuseDeclinedReleaseStep = createStep(
  refuseDeclinedReleaseStepId,
  async ({ order_release_id }: ReservedOrderRelease, { container }) => {
    const release = await getOrderRelease(container, order_release_id)
    const declined = release.payments.filter(
      ({ status }) => status === "failed"
    )
    if (!declined.length || !hasReleaseDoneNothing(release)) {
      return new StepResponse(undefined)
    }
    throw refundError({
      code: "provider_declined",
      message: declined
        .map(
          ({ action, payment_id, failure_reason }) =>
            `${payment_id} could not be ${action === "cancel" ? "cancelled" : "captured"}: ${failure_reason}`
        )
        .join(" "),
      details: {
        order_release_id,
        declined: declined.map(
          ({ payment_id, failure_code, failure_reason }) => ({
            payment_id,
            failure_code,
            failure_reason,
          })
        ),
      },
    })
  }
)
