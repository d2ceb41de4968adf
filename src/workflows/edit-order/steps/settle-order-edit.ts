import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { refundsModule } from "../../common/refunds-module"
import { toError } from "../../common/to-error"
import { collectMoney } from "../lib/collect-money"
import { refundDifference } from "../lib/refund-difference"
import type { EditedOrder } from "../types"

export const collectOrderEditMoneyStepId = "collect-order-edit-money"

/** Asks the customer for what they owe, under the order's lock. */
export const collectOrderEditMoneyStep = createStep(
  collectOrderEditMoneyStepId,
  async (
    { lock, edited }: { lock: OrderLock; edited: EditedOrder },
    { container }
  ) => {
    await settleOrLog(container, edited, (_, edit) =>
      collectMoney(container, edit, () => renewOrderLock(container, lock))
    )
    return new StepResponse(undefined)
  }
)

export const refundOrderEditStepId = "refund-order-edit"

/** Refunds what the order owes, under the same lock. */
export const refundOrderEditStep = createStep(
  refundOrderEditStepId,
  async (
    { lock, edited }: { lock: OrderLock; edited: EditedOrder },
    { container }
  ) => {
    await settleOrLog(container, edited, (_, edit) =>
      refundDifference(container, edit, lock)
    )
    return new StepResponse(undefined)
  }
)

/** The order is edited: a failure is logged, and the job goes on. */
async function settleOrLog(
  container: MedusaContainer,
  { order_edit_id }: EditedOrder,
  settle: (
    container: MedusaContainer,
    edit: OrderEditRecord
  ) => Promise<OrderEditRecord>
): Promise<void> {
  try {
    const edit = await refundsModule(container).edits.find({
      id: order_edit_id,
    })
    if (edit) {
      await settle(container, edit)
    }
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `The money of order edit ${order_edit_id} is not settled; the job tries again.`,
        toError(error)
      )
  }
}
