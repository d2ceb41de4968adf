import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundPlan } from "../../domain"
import {
  prepareRefund,
  type CreateOrderRefundInput,
} from "../../workflows/order-refund"

/**
 * What a refund would do now, checked for all that the refund itself is checked
 * for. Writes nothing.
 */
export const previewOrderRefund = async (
  container: MedusaContainer,
  input: CreateOrderRefundInput
): Promise<RefundPlan> => (await prepareRefund(container, input)).plan
