import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundRecord } from "../../domain"
import { toError } from "../common/to-error"
import { withBooks } from "../common/with-books"
import { writeBooks } from "./write-books"

/**
 * Writes the books; a failure is logged and finished later by the job, it never
 * undoes a refund.
 *
 * @returns whether the books are complete
 */
export async function writeBooksSafely(
  container: MedusaContainer,
  refund: Pick<OrderRefundRecord, "id" | "order_id">,
  actor: string
): Promise<boolean> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const complete = await withBooks(container, refund.order_id, () =>
      writeBooks(container, refund, actor)
    )
    if (complete === null) {
      logger.info(
        `Another process writes the books of ${refund.order_id}; the job finishes those of order refund ${refund.id}.`
      )
      return false
    }
    if (!complete) {
      logger.info(
        `The books of order refund ${refund.id} follow when the open change of ${refund.order_id} is closed.`
      )
    }
    return complete
  } catch (error) {
    logger.error(
      `The books of order refund ${refund.id} could not be written; the job finishes them.`,
      toError(error)
    )
    return false
  }
}
