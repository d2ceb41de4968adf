import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { StoreOrderRefund } from "../../types"
import { refundError } from "../../workflows/common/refund-error"
import { refundsModule } from "../../workflows/common/refunds-module"
import { customerRefund, isForCustomer } from "./customer-refund"

/**
 * The refunds of a customer's own order, newest first. To everybody else an
 * order of somebody else is one that does not exist.
 *
 * @throws order_not_found
 */
export async function listCustomerRefunds(
  container: MedusaContainer,
  orderId: string,
  customerId: string | null
): Promise<StoreOrderRefund[]> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "order",
    fields: ["id", "customer_id"],
    filters: { id: orderId },
  })
  const order = data[0] as { customer_id: string | null } | undefined
  if (!customerId || order?.customer_id !== customerId) {
    throw refundError({
      code: "order_not_found",
      message: `Order ${orderId} does not exist.`,
    })
  }
  const service = refundsModule(container)
  const { order_refunds } = await service.orderRefunds.readOrderRecords(orderId)
  const shown = order_refunds.filter(isForCustomer).reverse()
  const trail = shown.length
    ? await service.audit.read({ order_refund_id: shown.map(({ id }) => id) })
    : []
  return shown.map((refund) =>
    customerRefund(
      refund,
      trail.filter(({ subject_id }) => subject_id === refund.id)
    )
  )
}
