import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { POST as refundAsMedusaDoes } from "@medusajs/medusa/api/admin/payments/[id]/refund/route"
import {
  findOrderOfPayment,
  refundPayment,
} from "../../../../../workflows/native-refund"
import { nativeRoute } from "../../../../utils/native-route"
import { refuseUnstorableText } from "../../../../utils/parse-request"
import { userId } from "../../../../utils/user-id"

/**
 * Takes the place of Medusa's route, and answers as it does: 200, or 202 while
 * the outcome is not known. What belongs to no order is left to Medusa.
 */
export const POST = nativeRoute(refundAsMedusaDoes, async (req, res) => {
  const payment_id = String(req.params.id)
  const body = req.validatedBody
  refuseUnstorableText(body)
  const order_id = await findOrderOfPayment(req.scope, payment_id)
  if (!order_id) {
    await refundAsMedusaDoes(req, res)
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
})
