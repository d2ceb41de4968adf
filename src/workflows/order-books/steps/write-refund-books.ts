import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundsModule } from "../../common/refunds-module"
import { writeBooksSafely } from "../write-books-safely"

export const writeRefundBooksStepId = "write-refund-books"

/**
 * Writes Medusa's books for the money that moved, or came back. Goes forward
 * only: a failure is logged and finished later by the job.
 *
 * @returns whether the books are complete
 */
export const writeRefundBooksStep = createStep(
  writeRefundBooksStepId,
  async (input: { order_refund_id: string; actor: string }, { container }) => {
    const refund = await refundsModule(container).orderRefunds.find({
      id: input.order_refund_id,
    })
    return new StepResponse(
      refund ? await writeBooksSafely(container, refund, input.actor) : true
    )
  }
)
