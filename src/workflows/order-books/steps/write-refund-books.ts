import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
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
  async (
    input: { order_refund_id: string; order_id: string; actor: string },
    { container }
  ) => {
    const { order_refund_id: id, order_id, actor } = input
    return new StepResponse(
      await writeBooksSafely(container, { id, order_id }, actor)
    )
  }
)
