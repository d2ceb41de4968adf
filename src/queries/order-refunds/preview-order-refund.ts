import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundPlan } from "../../domain"
import {
  planOrderRefundWorkflow,
  type CreateOrderRefundInput,
} from "../../workflows/order-refund"

/**
 * What a refund would do now, checked for all that the refund itself is checked
 * for, by the store's hooks too. Writes nothing.
 */
export async function previewOrderRefund(
  container: MedusaContainer,
  input: CreateOrderRefundInput
): Promise<RefundPlan> {
  const { result } = await planOrderRefundWorkflow(container).run({ input })
  return result.plan
}
