import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { cancelOrder } from "../../workflows/native-refund/cancel-order"
import { refundsModule } from "../../workflows/order-refund/lib/refunds-module"
import { refundRoute } from "../utils/refund-route"
import { userId } from "../utils/user-id"

/**
 * Stands before Medusa's `POST /admin/orders/:id/cancel`, after its own check
 * of the caller, and answers as it does.
 */
export async function cancelOrderSafely(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  if (refundsModule(req.scope).options.nativeRefundRoute === "core") {
    next()
    return
  }
  const id = String(req.params.id)
  await refundRoute(async () => {
    await cancelOrder(req.scope, { order_id: id, user_id: userId(req) })
    const { data } = await req.scope
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        fields: req.queryConfig.fields,
        filters: { id },
      })
    res.status(200).json({ order: data[0] })
  })(req, res)
}
