import { type Arrival, destinationOf, lastArrival } from "../../domain"
import type { CustomerRefundRecord } from "../../modules/refunds/types"
import type { StoreRefundMethod } from "../../types"

type Transaction = CustomerRefundRecord["transactions"][number]
type Trail = CustomerRefundRecord["trail"]

const PAID_ANOTHER_WAY: StoreRefundMethod = {
  type: "other",
  name: "Paid another way",
}

/** The ways that money takes, each once. What another refund paid is told there. */
export function methodsOf(transactions: Transaction[]): StoreRefundMethod[] {
  const methods = transactions.flatMap(({ method, destination_type }) =>
    method === "other"
      ? [PAID_ANOTHER_WAY]
      : method === "gateway" && destination_type
        ? [
            {
              type: destination_type,
              name: destinationOf(destination_type).name,
            },
          ]
        : []
  )
  return [...new Map(methods.map((each) => [each.type, each])).values()]
}

/** When all of the money that is on its way should be there. */
export const expectedAt = (
  transactions: Transaction[],
  trail: Trail
): Arrival | null =>
  lastArrival(
    transactions
      .filter(({ method }) => method === "gateway")
      .map((transaction) => ({
        ...transaction,
        sent_at: sentAt(transaction, trail),
      }))
  )

/**
 * Days count from when the money set off: when the gateway took the refund. It waits
 * before that where the customer has to say where to, and, to a card, while it is
 * `pending`: a card's refund is sent as soon as Stripe calls it `succeeded`, a bank
 * transfer is done by then.
 */
function sentAt(
  { id, accepted_at, destination_type }: Transaction,
  trail: Trail
): string | null {
  let sent = accepted_at
  let before: string | null = null
  for (const { request_id, to_status, created_at } of trail) {
    if (request_id !== id || !to_status) {
      continue
    }
    const waited =
      before === "requires_action" ||
      (before === "pending" &&
        to_status === "succeeded" &&
        destination_type === "card")
    sent = waited ? created_at : sent
    before = to_status
  }
  return sent
}

/** Not where a part of it comes back as an entry of its own. */
export const isReversal = (transactions: Transaction[]): boolean =>
  transactions.length > 0 &&
  transactions.every(
    ({ card_refund_type, method }) =>
      method === "gateway" && card_refund_type === "reversal"
  )
