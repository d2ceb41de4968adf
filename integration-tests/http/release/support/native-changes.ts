import {
  beginOrderEditOrderWorkflow,
  cancelOrderFulfillmentWorkflow,
  confirmOrderEditRequestWorkflow,
  orderEditUpdateItemQuantityWorkflow,
  requestOrderEditRequestWorkflow,
} from "@medusajs/core-flows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaidOrder } from "../../../support/paid-order"

/** What a merchant does on Medusa's own screens. */
export const nativeChanges = (container: () => MedusaContainer) => ({
  /** Opens an edit that gives the first line of an order another quantity. */
  setQuantity: async (order: PaidOrder, quantity: number) => {
    const input = {
      order_id: order.id,
      items: [{ id: String(order.items[0]?.id), quantity }],
    }
    await beginOrderEditOrderWorkflow(container()).run({ input })
    await orderEditUpdateItemQuantityWorkflow(container()).run({ input })
    await requestOrderEditRequestWorkflow(container()).run({ input })
  },
  confirmEdit: (order: PaidOrder) =>
    confirmOrderEditRequestWorkflow(container()).run({
      input: { order_id: order.id },
    }),
  cancelShipments: async (order: PaidOrder) => {
    const { data } = await container()
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({
        entity: "order",
        fields: ["fulfillments.id"],
        filters: { id: order.id },
      })
    for (const fulfillment of data[0]?.fulfillments ?? []) {
      await cancelOrderFulfillmentWorkflow(container()).run({
        input: {
          order_id: order.id,
          fulfillment_id: String(fulfillment?.id),
        },
      })
    }
  },
})
