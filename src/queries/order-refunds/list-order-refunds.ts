import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundFilters } from "../../modules/refunds/records/refund-filters"
import type { RefundPage } from "../../modules/refunds/records/order-refunds"
import type { OrderRefundDTO } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { orderRefundDTOs } from "./order-refund-dto"

/**
 * Finds order refunds.
 *
 * @param with_count false where nobody needs `count`, for which all that the filters
 *   find are read
 */
export async function listOrderRefunds(
  container: MedusaContainer,
  filters: RefundFilters,
  { with_count, ...page }: RefundPage & { with_count: boolean }
): Promise<{ order_refunds: OrderRefundDTO[]; count?: number }> {
  const { orderRefunds } = refundsModule(container)
  const [records, count] = await Promise.all([
    orderRefunds.list(filters, page),
    with_count ? orderRefunds.count(filters) : undefined,
  ])
  return {
    order_refunds: await orderRefundDTOs(container, records),
    ...(count === undefined ? {} : { count }),
  }
}
