import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { refundsModule } from "../../workflows/order-refund/lib/refunds-module"
import { findOrderOfPayment } from "../../workflows/native-refund/lib/find-order-of-payment"
import { refundPayment } from "../../workflows/native-refund/refund-payment"
import { refuseUnstorableText } from "../utils/parse-request"
import { refundRoute } from "../utils/refund-route"
import { userId } from "../utils/user-id"

type Body = {
  amount?: number
  refund_reason_id?: string | null
  note?: string | null
}

/**
 * Stands before Medusa's `POST /admin/payments/:id/refund`, after its own
 * checks of caller and body, and answers as it does: 200, or 202 while the
 * outcome is not known. What belongs to no order is left to Medusa.
 */
export async function refundPaymentSafely(
  req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): Promise<void> {
  const { nativeRefundRoute } = refundsModule(req.scope).options
  if (nativeRefundRoute === "core") {
    next()
    return
  }
  await refundRoute(async () => {
    const payment_id = String(req.params.id)
    const body = req.validatedBody as Body
    refuseUnstorableText(body)
    const order_id = await findOrderOfPayment(req.scope, payment_id)
    if (!order_id) {
      next()
      return
    }
    const { settled } = await refundPayment(req.scope, {
      ...body,
      order_id,
      payment_id,
      created_by: userId(req),
    })
    const { data } = await req.scope
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "payment",
        fields: req.queryConfig.fields,
        filters: { id: payment_id },
      })
    res.status(settled ? 200 : 202).json({ payment: data[0] })
  })(req, res)
}
