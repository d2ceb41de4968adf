import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundRecord } from "../../domain"
import { refundsModule } from "../common/refunds-module"
import { toError } from "../common/to-error"
import { withBooks } from "../common/with-books"
import { withdrawByItself } from "./withdraw-by-itself"
import { writeBooks } from "./write-books"

/**
 * Writes the books; a failure is logged and finished later by the job, it never
 * undoes a refund.
 *
 * @returns whether the books are complete
 */
export async function writeBooksSafely(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  actor: string
): Promise<boolean> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  try {
    const complete = await withBooks(container, refund.order_id, async () => {
      // Whoever had the books until now may have written these, too.
      const fresh = await refundsModule(container).orderRefunds.find({
        id: refund.id,
      })
      const current = await withdrawByItself(container, fresh ?? refund, actor)
      return await writeBooks(container, current, actor)
    })
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
