import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { closePaidFailures } from "../close-paid-failures"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { isLeftToMedusa } from "../../../domain"
import { refundsModule } from "../../common/refunds-module"
import { writeBooksSafely } from "../write-books-safely"

export const writeSyncedBooksStepId = "write-synced-books"

/**
 * Writes Medusa's books for every refund of the order whose books are behind.
 * Goes forward only: what fails is finished by the job.
 */
export const writeSyncedBooksStep = createStep(
  writeSyncedBooksStepId,
  async (
    { lock, actor }: { lock: OrderLock; actor: string },
    { container }
  ) => {
    const { order_refunds } = await refundsModule(
      container
    ).orderRefunds.readOrderRecords(lock.order_id)
    const now = new Date()
    const ours = order_refunds.filter(
      (each) => !each.booked_at && !isLeftToMedusa(each, now)
    )
    for (const refund of ours) {
      await renewOrderLock(container, lock)
      await writeBooksSafely(container, refund, actor)
    }
    await closePaidFailures(container, lock.order_id, actor)
    return new StepResponse(undefined)
  }
)
