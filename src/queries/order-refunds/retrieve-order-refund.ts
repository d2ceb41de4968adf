import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderRefundDTO } from "../../types"
import { refundError } from "../../workflows/common/refund-error"
import { refundsModule } from "../../workflows/common/refunds-module"
import { orderRefundDTOs } from "./order-refund-dto"

/**
 * One order refund as the API shows it.
 *
 * @throws order_refund_not_found
 */
export async function retrieveOrderRefund(
  container: MedusaContainer,
  id: string
): Promise<OrderRefundDTO> {
  const record = await refundsModule(container).orderRefunds.find({ id })
  const [dto] = record ? await orderRefundDTOs(container, [record]) : []
  if (!dto) {
    throw refundError({
      code: "order_refund_not_found",
      message: `Order refund ${id} does not exist.`,
    })
  }
  return dto
}
