import type { MedusaContainer } from "@medusajs/framework/types"
import {
  currencyOf,
  formatPayable,
  payableAsTaken,
  type Decimal,
} from "../../../domain"
import { waitingCollection, dueAmount } from "../../../ledger"
import type { OrderEditDTO } from "../../../types"
import {
  amountOf,
  failedTransactions,
} from "../../order-refund/lib/current-transactions"
import { orderRefundSummary } from "../../order-refund/lib/order-refund-summary"
import {
  readOrderRefundState,
  type OrderRefundState,
} from "../../order-refund/lib/read-snapshot"
import { refundsModule } from "../../order-refund/lib/refunds-module"
import { retrieveOrderEdit } from "./retrieve-order-edit"
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
  { limit, offset }: Paging
): Promise<{ order_edits: OrderEditDTO[]; count: number }> {
  const state = await readOrderRefundState(container, orderId)
  const [rows, count] = await refundsModule(container).listAndCountOrderEdits(
    { order_id: orderId, status: "edited" },
    {
      select: ["id"],
      take: limit,
      skip: offset,
      order: { created_at: "DESC", id: "DESC" },
    }
  )
  const edits = await Promise.all(
    rows.map(({ id }) => retrieveOrderEdit(container, id))
  )
  return {
    order_edits: edits.map((edit) => ({
      ...edit,
      settlement: settlementNow(edit, moneyNow(edit, state)),
    })),
    count,
  }
}

const moneyNow = (
  { settlement }: OrderEditDTO,
  state: OrderRefundState
): MoneyNow => ({
  refund: refundNow(settlement.order_refund_id, state),
  asked: askedFor(settlement.payment_collection_id, state),
  owed: orderRefundSummary(state).owed,
})

function refundNow(
  refundId: string | null,
  { ledger }: OrderRefundState
): MoneyNow["refund"] {
  const refund = ledger.order_refunds.find(({ id }) => id === refundId)
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
  { order, snapshot }: OrderRefundState
): Decimal {
  if (!collectionId) {
    return dueAmount(snapshot.due ?? "0", order.currency_code)
  }
  const currency = currencyOf(order.currency_code)
  const waiting = waitingCollection({
    collections: order.collections.filter(({ id }) => id === collectionId),
  })
  return formatPayable(
    payableAsTaken(waiting?.amount ?? "0", currency),
    currency
  )
}
