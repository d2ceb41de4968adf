import type { MedusaContainer } from "@medusajs/framework/types"
import { readCustomerOrders } from "../../ledger"
import type { StoreRefundListResponse } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { customerRefund } from "./customer-refund"

/**
 * The refunds of all of a customer's orders, newest first, each with its order. Two
 * statements, however many orders there are.
 */
export async function listRefundsOfCustomer(
  container: MedusaContainer,
  customerId: string,
  paging: { limit: number; offset: number }
): Promise<StoreRefundListResponse> {
  const orderIds = await readCustomerOrders(container, customerId)
  const { refunds, count } = await refundsModule(
    container
  ).customerRefunds.list(orderIds, paging)
  return {
    order_refunds: refunds.map((refund) => ({
      ...customerRefund(refund),
      order_id: refund.order_id,
      order_display_id: refund.order_display_id,
    })),
    count,
    ...paging,
  }
}
