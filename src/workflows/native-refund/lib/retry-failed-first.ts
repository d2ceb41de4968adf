import {
  amountOf,
  type Decimal,
  failedTransactions,
  greaterThan,
  lessThan,
  type OrderRefundRecord,
  subtract,
} from "../../../domain"
import type { MedusaContainer } from "@medusajs/framework/types"
import { getOrderRefund } from "../../common/get-order-refund"
import { isUnwanted } from "../../order-books/withdraw-by-itself"
import { refundError } from "../../common/refund-error"
import { retryOrderRefundWorkflow } from "../../order-refund"
import { assertNothingInFlight } from "./assert-nothing-in-flight"

type Draw = { payment_id: string; amount: Decimal }

/**
 * What an order owes for refunds that failed is paid before anything else, by
 * their own retry: the customer would get it twice otherwise.
 *
 * @throws refund_in_progress when one cannot be paid in full by these payments,
 *   before anything is sent; or when its outcome is not known and more is to pay
 * @returns what is left of them, and whether every outcome is known
 */
export async function retryFailedFirst(
  container: MedusaContainer,
  refunds: OrderRefundRecord[],
  payments: Draw[],
  userId: string | null
): Promise<{ left: Draw[]; settled: boolean }> {
  assertNothingInFlight(refunds)
  const owed = refunds.filter(
    (refund) => failedTransactions(refund).length && !isUnwanted(refund)
  )
  const left = owed
    .reduce(
      (rest, refund) =>
        failedTransactions(refund).reduce(
          (each, part) => without(each, part, refund),
          rest
        ),
      payments
    )
    .filter(({ amount }) => greaterThan(amount, "0"))
  for (const [index, { id, order_id }] of owed.entries()) {
    await retryOrderRefundWorkflow(container).run({
      input: { order_refund_id: id, order_id, user_id: userId },
    })
    const retried = await getOrderRefund(container, id)
    const isLast = index === owed.length - 1 && !left.length
    if (isLast) {
      return { left, settled: retried.status !== "processing" }
    }
    assertNothingInFlight([retried])
  }
  return { left, settled: true }
}

function without(
  payments: Draw[],
  part: Draw,
  refund: OrderRefundRecord
): Draw[] {
  const held = payments.find(({ payment_id }) => payment_id === part.payment_id)
  if (!held || lessThan(held.amount, part.amount)) {
    throw refundError({
      code: "refund_in_progress",
      message: `Order refund ${refund.id} failed and is paid first: refund at least ${part.amount} ${refund.currency_code.toUpperCase()} of ${part.payment_id}, or settle or withdraw it.`,
      details: {
        order_refund_id: refund.id,
        failed_amount: amountOf(failedTransactions(refund)),
      },
    })
  }
  const rest = subtract(held.amount, part.amount)
  return payments.map((each) =>
    each === held ? { ...each, amount: rest } : each
  )
}
