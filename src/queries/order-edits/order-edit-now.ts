import { PaymentCollectionStatus } from "@medusajs/framework/utils"
import {
  amountDue,
  amountOf,
  currencyOf,
  type Decimal,
  failedTransactions,
  formatPayable,
  payableAsTaken,
} from "../../domain"
import { waitingCollection } from "../../ledger"
import type { OrderEditRecord } from "../../modules/refunds/order-edit-record"
import type { OrderEditDTO } from "../../types"
import type { OrderRefundState } from "../../workflows/common/read-order-state"
import { orderRefundSummary } from "../order-refunds"
import { orderEditDTO } from "./order-edit-dto"
import { settlementNow, type MoneyNow } from "./settlement-now"

/** An edit as callers see it, with its money as it is by now. */
export function orderEditNow(
  record: OrderEditRecord,
  state: OrderRefundState
): OrderEditDTO {
  const edit = orderEditDTO(record)
  return { ...edit, settlement: settlementNow(edit, moneyNow(edit, state)) }
}

const PAID: string[] = [
  PaymentCollectionStatus.COMPLETED,
  PaymentCollectionStatus.AUTHORIZED,
  PaymentCollectionStatus.PARTIALLY_CAPTURED,
]

const moneyNow = (
  { settlement }: OrderEditDTO,
  state: OrderRefundState
): MoneyNow => ({
  refund: refundNow(settlement.order_refund_id, state),
  asked: askedFor(settlement.payment_collection_id, state),
  collected: state.order.collections.some(
    (collection) =>
      collection.id === settlement.payment_collection_id &&
      PAID.includes(collection.status)
  ),
  owed: orderRefundSummary(state).owed,
})

function refundNow(
  refundId: string | null,
  { records }: OrderRefundState
): MoneyNow["refund"] {
  const refund = records.order_refunds.find(({ id }) => id === refundId)
  if (!refund) {
    return null
  }
  const failed = failedTransactions(refund)
  return {
    status: refund.status,
    failed: amountOf(failed),
    reason: failed.find((each) => each.failure_reason)?.failure_reason ?? null,
  }
}

function askedFor(
  collectionId: string | null,
  state: OrderRefundState
): Decimal {
  if (!collectionId) {
    return amountDue(state)
  }
  const { order } = state
  const currency = currencyOf(order.currency_code)
  const waiting = waitingCollection({
    collections: order.collections.filter(({ id }) => id === collectionId),
  })
  return formatPayable(
    payableAsTaken(waiting?.amount ?? "0", currency),
    currency
  )
}
