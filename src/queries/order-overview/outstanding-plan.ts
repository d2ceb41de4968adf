import { getHttpResponseFromError } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { greaterThan } from "../../domain"
import type {
  OrderRefundSummary,
  OutstandingPlan,
  RefundErrorResponse,
} from "../../types"
import { asRefundError } from "../../workflows/common/refund-error"
import { toError } from "../../workflows/common/to-error"
import { previewOrderRefund } from "../order-refunds"

/**
 * What a refund of all that an order owes would do, as its preview says it; null
 * where nothing is owed. Planned apart: what a store's rule makes of it is no
 * reason to show nothing of the order.
 */
export async function outstandingPlan(
  container: MedusaContainer,
  order_id: string,
  { owed }: Pick<OrderRefundSummary, "owed">
): Promise<OutstandingPlan | null> {
  if (!greaterThan(owed, "0")) {
    return null
  }
  try {
    const refund_plan = await previewOrderRefund(container, {
      order_id,
      request: { outstanding: true },
    })
    return { refund_plan, refusal: null }
  } catch (error) {
    return { refund_plan: null, refusal: toRefusal(container, error) }
  }
}

/** The answer that the preview's route would have given, if it is a refusal. */
function toRefusal(
  container: MedusaContainer,
  error: unknown
): RefundErrorResponse | null {
  const expected = asRefundError(error)
  if (expected) {
    const { type, code, message, details } = expected
    return { type, code, message, ...(details ? { details } : {}) }
  }
  const { statusCode, body } = getHttpResponseFromError(Object(error))
  if (statusCode < 500) {
    return body as RefundErrorResponse
  }
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      "medusa-plugin-refunds: what is owed could not be planned",
      toError(error)
    )
  return null
}
