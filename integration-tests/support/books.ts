import { getOrderDetailWorkflow } from "@medusajs/core-flows"
import { ContainerRegistrationKeys, MathBN } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaidOrder } from "./paid-order"
import type { TestStripe } from "./test-stripe"

/** What the three sets of books say about one order. Amounts in major units. */
export type Books = {
  pending_difference: string
  payment_status: string
  /** Sum of the payment collections' `refunded_amount`. */
  refunded_amount: string
  refund_rows: string
  order_transactions: string
  credit_lines: string
  /** Live refunds at Stripe, in minor units, over all payments of the order. */
  stripe_minor: number
  active_change: boolean
}

const sum = (amounts: unknown[]): string =>
  MathBN.sum(0, ...(amounts as number[])).toFixed()

/** Reads the books of an order: Medusa's, and Stripe's. */
export async function readBooks(
  container: MedusaContainer,
  emulator: TestStripe,
  order: PaidOrder
): Promise<Books> {
  const { result } = await getOrderDetailWorkflow(container).run({
    input: {
      order_id: order.id,
      fields: [
        "id",
        "summary",
        "total",
        "currency_code",
        "items.*",
        "credit_lines.*",
        "transactions.*",
        "payment_collections.*",
        "payment_collections.payments.*",
        "payment_collections.payments.refunds.*",
      ],
    },
  })
  const detail: Detail = JSON.parse(JSON.stringify(result))
  const collections = detail.payment_collections ?? []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const { data: changes } = await query.graph({
    entity: "order_change",
    fields: ["id"],
    filters: { order_id: order.id, status: ["pending", "requested"] },
  })
  return {
    pending_difference: sum([detail.summary.pending_difference]),
    payment_status: detail.payment_status,
    refunded_amount: sum(collections.map((each) => each.refunded_amount ?? 0)),
    refund_rows: sum(
      collections
        .flatMap((each) => (each.payments ?? []) as Row[])
        .flatMap((payment) => (payment.refunds ?? []) as Row[])
        .map((refund) => refund.amount)
    ),
    order_transactions: sum(
      (detail.transactions ?? [])
        .filter(({ reference }) => reference === "refund")
        .map(({ amount }) => amount)
    ),
    credit_lines: sum((detail.credit_lines ?? []).map(({ amount }) => amount)),
    stripe_minor: stripeRefunds(emulator, order).reduce(
      (total, refund) => total + refund.amount,
      0
    ),
    active_change: changes.length > 0,
  }
}

/** Stripe's refunds of an order's payments that are not failed or cancelled. */
export function stripeRefunds(emulator: TestStripe, order: PaidOrder) {
  const charges = order.payments.flatMap(({ charge }) => charge ?? [])
  return emulator.control
    .snapshot()
    .refunds.filter(
      ({ charge, status }) =>
        charges.includes(String(charge)) &&
        status !== "failed" &&
        status !== "canceled"
    )
}

type Row = Record<string, unknown>
type Detail = {
  payment_collections?: Row[]
  transactions?: Row[]
  credit_lines?: Row[]
  payment_status: string
  summary: { pending_difference: unknown }
}
