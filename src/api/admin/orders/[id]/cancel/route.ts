import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { POST as cancelAsMedusaDoes } from "@medusajs/medusa/api/admin/orders/[id]/cancel/route"
import { cancelOrder } from "../../../../../workflows/native-refund"
import { nativeRoute } from "../../../../utils/native-route"
import { userId } from "../../../../utils/user-id"

/** Takes the place of Medusa's route, and answers as it does. */
export const POST = nativeRoute(cancelAsMedusaDoes, async (req, res) => {
  const id = String(req.params.id)
  await cancelOrder(req.scope, { order_id: id, user_id: userId(req) })
  const { data } = await req.scope
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order",
      fields: req.queryConfig.fields,
      filters: { id },
    })
  res.status(200).json({ order: data[0] })
})
