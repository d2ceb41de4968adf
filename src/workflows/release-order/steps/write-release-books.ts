import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { writeReleaseBooksSafely } from "../lib/finish-release"
import type { ReservedOrderRelease } from "../types"

export const writeReleaseBooksStepId = "write-release-books"

/**
 * Writes Medusa's books once every outcome is known. It never fails: what is
 * missing is finished by the job.
 */
export const writeReleaseBooksStep = createStep(
  writeReleaseBooksStepId,
  async (reserved: ReservedOrderRelease, { container }) => {
    await writeReleaseBooksSafely(
      container,
      reserved.order_release_id,
      "workflow"
    )
    return new StepResponse(undefined)
  }
)
