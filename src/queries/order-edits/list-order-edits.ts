import { PaymentCollectionStatus } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
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
import type { OrderEditDTO } from "../../types"
import { orderRefundSummary } from "../order-refunds"
import {
  readOrderRefundState,
  type OrderRefundState,
} from "../../workflows/common/read-order-state"
import { refundsModule } from "../../workflows/common/refunds-module"
import { orderEditDTO } from "./order-edit-dto"
import { settlementNow, type MoneyNow } from "./settlement-now"

type Paging = { limit: number; offset: number }

/**
 * The edits of one order, newest first, each with its money as it is by now. One
 * whose change is not confirmed is not among them: it may never happen.
 *
 * @throws order_not_found
 */
export async function listOrderEdits(
  container: MedusaContainer,
  orderId: string,
  paging: Paging
): Promise<{ order_edits: OrderEditDTO[]; count: number }> {
  const state = await readOrderRefundState(container, orderId)
  const [edits, count] = await refundsModule(container).edits.readOfOrder(
    orderId,
    paging
  )
  return {
    order_edits: edits.map(orderEditDTO).map((edit) => ({
      ...edit,
      settlement: settlementNow(edit, moneyNow(edit, state)),
    })),
    count,
  }
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
