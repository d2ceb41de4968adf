import type { MedusaError } from "@medusajs/framework/utils"
import type { RefundTransactionRecord } from "../../domain"
import { refundError } from "../common/refund-error"

/** Says what the gateways refused, in their own words. */
export const declinedError = (
  orderRefundId: string,
  declined: RefundTransactionRecord[]
): MedusaError =>
  refundError({
    code: "provider_declined",
    message: declined
      .map(
        ({ amount, currency_code, payment_id, failure_reason }) =>
          `${amount} ${currency_code.toUpperCase()} of ${payment_id} was refused: ${failure_reason}`
      )
      .join(" "),
    details: {
      order_refund_id: orderRefundId,
      declined: declined.map(
        ({ payment_id, amount, failure_code, failure_reason }) => ({
          payment_id,
          amount,
          failure_code,
          failure_reason,
        })
      ),
    },
  })
