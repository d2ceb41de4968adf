import { MathBN } from "@medusajs/framework/utils"
import type { StoreBooks } from "./classify"
import type { Lab } from "./lab"
import { ask, isGood } from "./merchant"
import type { Subject } from "./subject"

type Amounts = { amount: number }[]
type Detail = {
  payment_status: string
  summary: { pending_difference: number }
  credit_lines?: Amounts
  transactions?: { amount: number; reference: string | null }[]
  payment_collections?: {
    refunded_amount: number | null
    payments?: { refunds?: Amounts }[]
  }[]
}

const FIELDS = [
  "id",
  "total",
  "currency_code",
  "payment_status",
  "summary",
  "items.*",
  "credit_lines.*",
  "transactions.*",
  "payment_collections.*",
  "payment_collections.payments.*",
  "payment_collections.payments.refunds.*",
]

const sum = (amounts: { amount: number }[]): string =>
  MathBN.sum(0, ...amounts.map(({ amount }) => amount)).toFixed()

/** What a merchant reads about an order in Medusa. */
export async function readStoreBooks(
  lab: Lab,
  { order }: Subject
): Promise<StoreBooks> {
  const path = `/admin/orders/${order.id}?fields=${FIELDS.join(",")}`
  const answer = await ask(lab, "GET", path)
  if (!isGood(answer)) {
    throw new Error(`${order.id}: ${JSON.stringify(answer)}`)
  }
  const { order: detail } = answer.body as { order: Detail }
  const collections = detail.payment_collections ?? []
  return {
    refund_rows: sum(
      collections
        .flatMap(({ payments }) => payments ?? [])
        .flatMap(({ refunds }) => refunds ?? [])
    ),
    refunded_amount: sum(
      collections.map(({ refunded_amount }) => ({
        amount: refunded_amount ?? 0,
      }))
    ),
    order_transactions: sum(
      (detail.transactions ?? []).filter(
        ({ reference }) => reference === "refund"
      )
    ),
    credit_lines: sum(detail.credit_lines ?? []),
    pending_difference: MathBN.convert(
      detail.summary.pending_difference
    ).toFixed(),
    payment_status: detail.payment_status,
  }
}
