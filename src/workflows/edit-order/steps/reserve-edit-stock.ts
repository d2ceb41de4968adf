import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { releaseStock, reserveStock } from "../../../ledger"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { undoUnlessConfirmed } from "../lib/undo-unless-confirmed"
import type { PlannedReservations } from "../lib/units-to-reserve"

export const reserveEditStockStepId = "reserve-edit-stock"

/**
 * Reserves the goods that an edit adds.
 *
 * Compensation gives them back, unless Medusa has carried the edit out.
 */
export const reserveEditStockStep = createStep(
  reserveEditStockStepId,
  async (
    {
      lock,
      record,
      reservations,
    }: {
      lock: OrderLock
      record: OrderEditRecord
      reservations: PlannedReservations
    },
    { container }
  ) => {
    await renewOrderLock(container, lock)
    const ids = await reserveStock(container, reservations)
    return new StepResponse(ids, { ids, record })
  },
  async (reserved, { container }) => {
    if (reserved) {
      await undoUnlessConfirmed(container, reserved.record, () =>
        releaseStock(container, reserved.ids)
      )
    }
  }
)
