import { BigNumber, MathBN, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../../domain/plan/plan-types"
import type { MedusaOrder } from "./medusa-order"
import type { StoredBooks } from "./stored-books"
import { paymentModule } from "../undocumented/undocumented"
import {
  refundRowModule,
  summaryModule,
} from "../undocumented/undocumented-summary"

/** Brings the stored `refunded_amount` of payment collections to their rows. */
export async function correctRefundedAmounts(
  container: MedusaContainer,
  collections: StoredBooks["collections"]
): Promise<void> {
  for (const { id, rows } of collections) {
    await paymentModule(container).updatePaymentCollections(id, {
      refunded_amount: rows,
    })
  }
}

/** Gives Medusa's refund rows the amounts that were really given back. */
export async function correctRefundRows(
  container: MedusaContainer,
  refunds: { id: string; amount: Decimal }[]
): Promise<void> {
  if (refunds.length) {
    await refundRowModule(container).updateRefunds(refunds)
  }
}

/** Writes the order transactions that captures lack, as Medusa writes them. */
export async function writeCaptureTransactions(
  container: MedusaContainer,
  order: MedusaOrder,
  captures: Pick<StoredBooks["captures"][number], "id" | "amount">[]
): Promise<void> {
  if (captures.length) {
    await container.resolve(Modules.ORDER).addOrderTransactions(
      captures.map(({ id, amount }) => ({
        order_id: order.id,
        amount,
        currency_code: order.currency_code,
        reference: "capture",
        reference_id: id,
      }))
    )
  }
}

/** What the transactions of an order add up to. */
export function transactionTotals({
  transactions,
}: Pick<MedusaOrder, "transactions">) {
  const sum = (sign: 1 | -1) =>
    MathBN.sum(
      0,
      ...transactions
        .map(({ amount }) => MathBN.mult(amount, sign))
        .filter((amount) => MathBN.gt(amount, 0))
    )
  const paid_total = sum(1)
  const refunded_total = sum(-1)
  return {
    paid_total: paid_total.toFixed(),
    refunded_total: refunded_total.toFixed(),
    transaction_total: MathBN.sub(paid_total, refunded_total).toFixed(),
  }
}

/** A figure of a stored summary, exact. */
export function storedTotal(
  { totals }: { totals: Record<string, unknown> },
  name: string
): Decimal {
  const raw = totals[`raw_${name}`] as { value?: string | number } | null
  return MathBN.convert(
    raw?.value ?? (totals[name] as string | number | null) ?? 0
  ).toFixed()
}

type Summary = NonNullable<StoredBooks["summary"]>

/** Medusa takes anything smaller for zero: it is noise of its own arithmetic. */
const EPSILON = "0.0001"

const rightSummary = (
  order: MedusaOrder,
  summary: Summary
): Record<string, Decimal> => {
  const totals = transactionTotals(order)
  return {
    ...totals,
    pending_difference: MathBN.sub(
      storedTotal(summary, "current_order_total"),
      totals.transaction_total
    ).toFixed(),
  }
}

/** The figures of an order's stored summary that do not follow from its transactions. */
export const wrongTotals = (
  order: MedusaOrder,
  summary: Summary
): { name: string; stored: Decimal; right: Decimal }[] =>
  Object.entries(rightSummary(order, summary))
    .map(([name, right]) => ({
      name,
      stored: storedTotal(summary, name),
      right,
    }))
    .filter(({ stored, right }) =>
      MathBN.gt(MathBN.abs(MathBN.sub(stored, right)), EPSILON)
    )

/**
 * Brings an order's stored summary to its transactions. Medusa reads it, adds,
 * and writes it back without a lock, so two writers can lose one's figure. It
 * has no call to compute it anew.
 * Source: @medusajs/order/dist/services/order-module-service.js,
 * `updateOrderPaidRefundableAmount_`
 */
export async function correctSummary(
  container: MedusaContainer,
  order: MedusaOrder,
  summary: Summary
): Promise<void> {
  const right = rightSummary(order, summary)
  const written = Object.entries(right).flatMap(([name, amount]) => [
    [name, new BigNumber(amount).numeric],
    [`raw_${name}`, { value: amount, precision: 20 }],
  ])
  await summaryModule(container).updateOrderSummaries([
    {
      id: summary.id,
      totals: { ...summary.totals, ...Object.fromEntries(written) },
    },
  ])
}
