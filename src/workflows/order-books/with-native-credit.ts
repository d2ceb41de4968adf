import type { MedusaContainer } from "@medusajs/framework/types"
import {
  grantOf,
  hasGranted,
  isMedusasOwn,
  type MedusaOrder,
  type OrderRefundRecord,
  payoutsOf,
  splitLines,
  sum,
} from "../../domain"
import { nativeCredit } from "./native-credit"
import { refundsModule } from "../common/refunds-module"

/**
 * Notes what Medusa wrote for its own refund, where we recorded the refund
 * before Medusa came to its books. Whether the money has come back by then makes
 * no difference: Medusa's credit line stands. A refund of 25 that failed within
 * the minute would else get a second line, and the order owe 50.
 */
export async function withNativeCredit(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  order: MedusaOrder,
  actor: string
): Promise<OrderRefundRecord> {
  const wroteByItself =
    isMedusasOwn(refund) &&
    !hasGranted(refund, order) &&
    refund.transactions.some(
      (transaction) =>
        !transaction.booked_at && payoutsOf(transaction, true, order).length > 0
    )
  if (!wroteByItself) {
    return refund
  }
  const service = refundsModule(container)
  const { order_refunds } = await service.orderRefunds.readOrderRecords(
    order.id
  )
  const { written, missing } = await nativeCredit(
    container,
    order,
    order_refunds.filter(({ id }) => id !== refund.id),
    refund.amount
  )
  const granted = sum(written, missing)
  const unassigned = refund.lines.every(({ kind }) => kind === "unallocated")
  await service.outsideRefunds.noteNativeCredit(refund.id, {
    native_credit: written,
    grant: unassigned
      ? grantOf(
          splitLines(granted, refund.amount, refund.currency_code),
          refund.currency_code
        )
      : null,
    audit: { actor, action: "native_credit_found" },
  })
  return (await service.orderRefunds.find({ id: refund.id })) ?? refund
}
