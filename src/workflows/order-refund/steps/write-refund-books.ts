import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refundsModule } from "../lib/refunds-module"
import { writeBooks } from "../lib/write-books"
import { toError } from "../lib/to-error"

/**
 * Writes Medusa's books for the money that moved. Goes forward only: a failure
 * is logged and finished later by the job, it never undoes the refund.
 *
 * @returns whether the books are complete
 */
export const writeRefundBooksStep = createStep(
  "write-refund-books",
  async (input: { order_refund_id: string; actor: string }, { container }) => {
    const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
    const refund = await refundsModule(container).findOrderRefund({
      id: input.order_refund_id,
    })
    try {
      const complete = refund
        ? await writeBooks(container, refund, input.actor)
        : true
      if (!complete) {
        logger.info(
          `The books of order refund ${input.order_refund_id} follow when the open change of its order is closed.`
        )
      }
      return new StepResponse(complete)
    } catch (error) {
      logger.error(
        `The books of order refund ${input.order_refund_id} could not be written; the job finishes them.`,
        toError(error)
      )
      return new StepResponse(false)
    }
  }
)
