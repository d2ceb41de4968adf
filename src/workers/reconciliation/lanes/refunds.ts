import type { MedusaContainer } from "@medusajs/framework/types"
import { fromMinorUnits, type StripeRefundState } from "../../../domain"
import type { UnmatchedRefundDTO } from "../../../types"
import { listRefundsPage, stripeClient } from "../../../stripe"
import { refundsModule } from "../../../workflows/common/refunds-module"
import {
  type StorePayment,
  findPayments,
  newRefunds,
} from "../../../workflows/stripe-sync"
import { readPayments } from "../read-payments"
import type { Run } from "../types"

/** Another system on the same account may make any number of refunds. */
const UNMATCHED_SHOWN = 100

const hasOrder = (
  payments: Map<string, StorePayment[]>,
  { payment_intent, charge }: StripeRefundState
): boolean =>
  payments
    .get(payment_intent ?? charge ?? "")
    ?.some(({ order_id }) => order_id) ?? false

/** Other systems on the account made it, or it is linked to no payment at all. */
const toUnmatched = (refund: StripeRefundState): UnmatchedRefundDTO => ({
  id: refund.id,
  amount: fromMinorUnits(refund.minor_amount, refund.currency_code),
  currency_code: refund.currency_code,
  status: refund.outcome.status,
  payment_intent: refund.payment_intent,
  charge: refund.charge,
  created_at: new Date(refund.created * 1000).toISOString(),
})

/**
 * Every refund at Stripe since the last time, page by page, so that any number
 * of them needs no more memory than one page. Only payments with a refund that
 * is new to us, or whose status differs, are read again.
 */
export async function readRefunds(
  container: MedusaContainer,
  run: Run
): Promise<void> {
  const { stripe } = run.options
  if (!stripe) {
    return
  }
  const client = stripeClient(stripe)
  let after: string | null = null
  let listed = 0
  do {
    const page: { refunds: StripeRefundState[]; has_more: boolean } =
      await run.pace(() => listRefundsPage(client, run.since, after))
    const news = await newRefunds(container, page.refunds)
    const payments = await findPayments(
      container,
      news.flatMap(
        ({ payment_intent, charge }) => payment_intent ?? charge ?? []
      )
    )
    const unmatched = news.filter((refund) => !hasOrder(payments, refund))
    const shown = unmatched.slice(0, UNMATCHED_SHOWN - listed)
    listed += shown.length
    await refundsModule(container).reconciliations.advance(run.id, {
      add: { refunds_read: page.refunds.length, unmatched: unmatched.length },
      unmatched: shown.map(toUnmatched),
    })
    await readPayments(container, run, [...payments.values()].flat())
    after = page.has_more ? (page.refunds.at(-1)?.id ?? null) : null
  } while (after)
}
