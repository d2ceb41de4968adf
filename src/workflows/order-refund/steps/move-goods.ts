import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { moveGoods, wantsGoodsMoved } from "../move-goods"
import { refundsModule } from "../../common/refunds-module"
import type { ReservedOrderRefund } from "../types"

export const moveGoodsStepId = "move-goods"

/**
 * Goods first: from then on the order honestly owes the money, whatever the
 * gateway says next. If they cannot be moved, nothing happened.
 *
 * No compensation: it undoes itself when it fails, and goods that moved stay.
 *
 * @throws order_has_active_change, goods_not_moved
 */
export const moveGoodsStep = createStep(
  moveGoodsStepId,
  async (
    input: {
      reserved: ReservedOrderRefund
      location_id?: string | null | undefined
    },
    { container }
  ) => {
    const { reserved, location_id } = input
    const service = refundsModule(container)
    const refund =
      reserved.replayed || reserved.moves_goods === false
        ? null
        : await service.orderRefunds.find({ id: reserved.order_refund_id })
    if (refund && wantsGoodsMoved(refund)) {
      const { return_id } = await moveGoods(container, {
        refund,
        location_id: location_id ?? null,
      })
      await service.orderRefunds.noteGoods(refund.id, {
        actor: "workflow",
        action: "goods_moved",
        details: { return_id },
      })
    }
    return new StepResponse(undefined)
  }
)
