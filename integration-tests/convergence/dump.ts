import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { readOrder } from "../../src/ledger"
import { readBooks } from "../support/books"
import type { PaidOrder } from "../support/paid-order"
import type { TestStripe } from "../support/test-stripe"

/**
 * Everything that our tables and Medusa's books say about orders, without ids
 * and times: two stores that were told the same have the same dump.
 */
export async function dump(
  container: MedusaContainer,
  stripe: TestStripe,
  orders: PaidOrder[]
): Promise<string> {
  const all = await Promise.all(
    orders.map(async (order) => ({
      books: await readBooks(container, stripe, order),
      ledger: await ledgerOf(container, order),
      refunds: await refundsOf(container, order),
      disputes: await disputesOf(container, order),
    }))
  )
  return JSON.stringify(all, null, 1)
}

const service = (container: MedusaContainer) =>
  container.resolve<RefundsModuleService>(REFUNDS_MODULE)

const sorted = <Entry>(entries: Entry[]): Entry[] =>
  entries
    .map((entry) => ({ entry, key: JSON.stringify(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry)

async function ledgerOf(container: MedusaContainer, { id }: PaidOrder) {
  const order = await readOrder(container, id)
  return {
    credit_lines: sorted(
      (order?.credit_lines ?? []).map(({ amount, reference }) => ({
        amount,
        reference,
      }))
    ),
    transactions: sorted(
      (order?.transactions ?? []).map(({ amount, reference }) => ({
        amount,
        reference,
      }))
    ),
    refund_rows: (order?.payments ?? []).map(({ refunds }) =>
      sorted(refunds.map(({ amount }) => amount))
    ),
  }
}

async function refundsOf(container: MedusaContainer, order: PaidOrder) {
  const { order_refunds } = await service(
    container
  ).orderRefunds.readOrderRecords(order.id)
  return sorted(
    order_refunds.map((refund) => ({
      status: refund.status,
      source: refund.source,
      amount: refund.amount,
      tax_total: refund.tax_total,
      native_credit: refund.native_credit,
      released: Boolean(refund.revoked_at),
      booked: Boolean(refund.booked_at),
      lines: refund.lines.map(({ kind, title, quantity, amount }) => ({
        kind,
        title,
        quantity,
        amount,
      })),
      transactions: refund.transactions.map((transaction) => ({
        payment: order.payments.findIndex(
          ({ id }) => id === transaction.payment_id
        ),
        amount: transaction.amount,
        status: transaction.status,
        method: transaction.method,
        stripe_refund_id: transaction.stripe_refund_id,
        failure_code: transaction.failure_code,
        reference: transaction.reference,
        accepted: Boolean(transaction.accepted_at),
        booked: Boolean(transaction.booked_at),
        superseded: Boolean(transaction.superseded_at),
      })),
    }))
  )
}

async function disputesOf(container: MedusaContainer, order: PaidOrder) {
  const disputes = await service(container).disputes.read({
    order_id: order.id,
  })
  return disputes.map(
    ({ order_id: _order, payment_id, opened_at: _at, ...rest }) => ({
      ...rest,
      payment: order.payments.findIndex(({ id }) => id === payment_id),
    })
  )
}
