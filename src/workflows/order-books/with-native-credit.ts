import { MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { hasMoved } from "../../domain"
import type { MedusaOrder } from "../../ledger"
import type { OrderRefundRecord } from "../../modules/refunds/types"
import { hasGranted, payoutsOf } from "../order-refund/lib/books-to-write"
import { isMedusasOwn } from "../order-refund/lib/medusas-own"
import { nativeCredit } from "./native-credit"
import { grantOf } from "../order-refund/lib/new-grant"
import { refundsModule } from "../common/refunds-module"
import { splitLines } from "../order-refund/lib/split-lines"

/**
 * Notes what Medusa wrote for its own refund, where we recorded the refund
 * before Medusa came to its books.
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
        hasMoved(transaction.status) &&
        !transaction.booked_at &&
        payoutsOf(transaction, true, order).length > 0
    )
  if (!wroteByItself) {
    return refund
  }
  const service = refundsModule(container)
  const { order_refunds } = await service.readOrderRefundLedger(order.id)
  const { written, missing } = await nativeCredit(
    container,
    order,
    order_refunds.filter(({ id }) => id !== refund.id),
    refund.amount
  )
  const granted = MathBN.add(written, missing).toFixed()
  const unassigned = refund.lines.every(({ kind }) => kind === "unallocated")
  await service.noteNativeCredit(refund.id, {
    native_credit: written,
    grant: unassigned
      ? grantOf(
          splitLines(granted, refund.amount, refund.currency_code),
          refund.currency_code
        )
      : null,
    audit: { actor, action: "native_credit_found" },
  })
  return (await service.findOrderRefund({ id: refund.id })) ?? refund
}
