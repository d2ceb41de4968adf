import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { closePaidFailures } from "../close-paid-failures"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { isLeftToMedusa } from "../../../domain"
import { refundsModule } from "../../common/refunds-module"
import { writeBooksSafely } from "../write-books-safely"

/** More than an order ever has; the job finds what is left. */
const UNBOOKED_AT_ONCE = 1000

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
    const [unbooked] = await refundsModule(container).orderRefunds.listAndCount(
      { order_id: lock.order_id, booked_at: null },
      { take: UNBOOKED_AT_ONCE, skip: 0, order: { display_id: "ASC" } }
    )
    const now = new Date()
    const ours = unbooked.filter((each) => !isLeftToMedusa(each, now))
    for (const refund of ours) {
      await renewOrderLock(container, lock)
      await writeBooksSafely(container, refund, actor)
    }
    await closePaidFailures(container, lock.order_id, actor)
    return new StepResponse(undefined)
  }
)
