import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type OrderRefundOptions,
  type PolicyOrder,
  refundOptions,
} from "../../domain"
import type { RequestedOrder } from "../../ledger"
import {
  type OrderRefundState,
  readOrderRefundState,
} from "../common/read-order-state"
import { refundsModule } from "../common/refunds-module"
import { policyOrder } from "./policy-order"
import { readRequestedOrderOrFail } from "./read-requested-order"
import { requestsModule } from "./requests-module"

/** What an order's customer may ask for, and what it was decided on. */
export type OrderPolicy = {
  order: RequestedOrder
  state: OrderRefundState
  /** The order as the rules see it, with the units of open requests. */
  facts: PolicyOrder
  options: OrderRefundOptions
}

/**
 * Reads an order and decides by the shop's policy, and by the law, what its
 * customer may ask for.
 *
 * @param counting `all`: less the units of open requests; `free`: as if no request
 *   were open, for who looks at them under the order's lock
 * @throws order_not_found
 */
export async function policyOfOrder(
  container: MedusaContainer,
  orderId: string,
  now: Date,
  counting: "all" | "free"
): Promise<OrderPolicy> {
  const [order, state, open] = await Promise.all([
    readRequestedOrderOrFail(container, orderId),
    readOrderRefundState(container, orderId),
    requestsModule(container).requests.openUnits(orderId),
  ])
  const { policy } = refundsModule(container).options.requests
  const facts = policyOrder(order, state, open)
  const options = refundOptions(policy, {
    order: counting === "free" ? withoutRequests(facts) : facts,
    now,
  })
  for (const { item_id, code, message } of options.problems) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `The refund policy that is a function could not decide about item ${item_id} of order ${orderId} (${code}): ${message}`
      )
  }
  return { order, state, facts, options }
}

const withoutRequests = (order: PolicyOrder): PolicyOrder => ({
  ...order,
  items: order.items.map((item) => ({
    ...item,
    requested_quantity: 0,
    withdrawn_quantity: 0,
  })),
})
