import { MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../../domain"
import type { OrderRefundRecord } from "../../../modules/refunds/types"
import {
  amountOf,
  failedTransactions,
} from "../../order-refund/lib/current-transactions"
import { getOrderRefund } from "../../order-refund/lib/get-order-refund"
import { refundError } from "../../order-refund/lib/refund-error"
import { retryOrderRefundWorkflow } from "../../order-refund/retry-order-refund"
import { assertNothingInFlight } from "./assert-nothing-in-flight"

type Draw = { payment_id: string; amount: Decimal }

/**
 * What an order owes for refunds that failed is paid before anything else, by
 * their own retry: the customer would get it twice otherwise.
 *
 * @throws refund_in_progress when one cannot be paid in full by these payments
 * @returns what is left of them
 */
export async function retryFailedFirst(
  container: MedusaContainer,
  refunds: OrderRefundRecord[],
  payments: Draw[],
  userId: string | null
): Promise<Draw[]> {
  assertNothingInFlight(refunds)
  let left = payments
  for (const refund of refunds) {
    const failed = failedTransactions(refund)
    if (failed.length) {
      left = failed.reduce((rest, part) => without(rest, part, refund), left)
      await retryOrderRefundWorkflow(container).run({
        input: {
          order_refund_id: refund.id,
          order_id: refund.order_id,
          user_id: userId,
        },
      })
      assertNothingInFlight([await getOrderRefund(container, refund.id)])
    }
  }
  return left.filter(({ amount }) => MathBN.gt(amount, 0))
}

function without(
  payments: Draw[],
  part: Draw,
  refund: OrderRefundRecord
): Draw[] {
  const held = payments.find(({ payment_id }) => payment_id === part.payment_id)
  if (!held || MathBN.lt(held.amount, part.amount)) {
    throw refundError({
      code: "refund_in_progress",
      message: `Order refund ${refund.id} failed and is paid first: refund at least ${part.amount} ${refund.currency_code.toUpperCase()} of ${part.payment_id}, or settle or withdraw it.`,
      details: {
        order_refund_id: refund.id,
        failed_amount: amountOf(failedTransactions(refund)),
      },
    })
  }
  const rest = MathBN.sub(held.amount, part.amount).toFixed()
  return payments.map((each) =>
    each === held ? { ...each, amount: rest } : each
  )
}
