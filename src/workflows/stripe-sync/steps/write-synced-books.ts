import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import {
  renewOrderLock,
  type OrderLock,
} from "../../order-refund/lib/order-lock"
import type { OrderRefundRecord } from "../../../modules/refunds/types"
import { refundsModule } from "../../order-refund/lib/refunds-module"
import { writeBooksSafely } from "../../order-refund/lib/write-books-safely"

/** Medusa writes the books of its own refund in these seconds. */
const NATIVE_GRACE_MS = 60_000

const isMedusasTurn = ({
  source,
  transactions,
  created_at,
}: OrderRefundRecord): boolean =>
  source === "medusa" &&
  transactions.every(({ booked_at }) => !booked_at) &&
  Date.now() - new Date(created_at).getTime() < NATIVE_GRACE_MS

/**
 * Writes Medusa's books for every refund of the order whose books are behind.
 * Goes forward only: what fails is finished by the job.
 */
export const writeSyncedBooksStep = createStep(
  "write-synced-books",
  async (
    { lock, actor }: { lock: OrderLock; actor: string },
    { container }
  ) => {
    const { order_refunds } = await refundsModule(
      container
    ).readOrderRefundLedger(lock.order_id)
    const ours = order_refunds.filter(
      (refund) => !refund.booked_at && !isMedusasTurn(refund)
    )
    for (const refund of ours) {
      await renewOrderLock(container, lock)
      await writeBooksSafely(container, refund, actor)
    }
    return new StepResponse(undefined)
  }
)
