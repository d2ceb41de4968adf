import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { creditLineOf } from "./credit-line-references"

type ChangeRow = {
  change_type: string | null
  metadata: Record<string, unknown> | null
  actions?: { amount?: BigNumberInput | null }[]
}

/**
 * Takes back the newest change of an order where it is a credit line of nothing
 * that Medusa wrote. Medusa's cancellation writes one for what it refunded
 * itself: 0.00 where the refund was made before. Customers would see that line,
 * and the order's summary would forget what the order cost at first.
 * Source: @medusajs/core-flows/dist/order/workflows/cancel-order.js
 */
export async function removeEmptyCreditLine(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const {
    data: [order],
  } = await query.graph({
    entity: "order",
    fields: ["version"],
    filters: { id: orderId },
  })
  const { data } = await query.graph({
    entity: "order_change",
    fields: ["change_type", "metadata", "actions.amount"],
    filters: { order_id: orderId, version: order?.version },
  })
  const [newest, ...others] = data as ChangeRow[]
  if (newest && !others.length && isEmpty(newest)) {
    await container.resolve(Modules.ORDER).revertLastVersion(orderId)
  }
}

const isEmpty = (change: ChangeRow): boolean =>
  change.change_type === OrderChangeType.CREDIT_LINE &&
  !creditLineOf(change) &&
  (change.actions ?? []).length > 0 &&
  (change.actions ?? []).every(({ amount }) => MathBN.eq(amount ?? 0, 0))
