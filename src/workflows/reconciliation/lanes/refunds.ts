import type { MedusaContainer } from "@medusajs/framework/types"
import {
  listRefundsPage,
  stripeClient,
  type StripeRefundState,
} from "../../../stripe"
import { refundsModule } from "../../order-refund/lib/refunds-module"
import { findPayments } from "../../stripe-sync/lib/find-payment"
import { newRefunds } from "../../stripe-sync/lib/is-up-to-date"
import { readPayments } from "../read-payments"
import type { Run } from "../types"

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
  do {
    const page: { refunds: StripeRefundState[]; has_more: boolean } =
      await run.pace(() => listRefundsPage(client, run.since, after))
    await refundsModule(container).advanceReconciliation(run.id, {
      add: { refunds_read: page.refunds.length },
    })
    const news = await newRefunds(container, page.refunds)
    const payments = await findPayments(
      container,
      news.flatMap(
        ({ payment_intent, charge }) => payment_intent ?? charge ?? []
      )
    )
    await readPayments(container, run, payments.values())
    after = page.has_more ? (page.refunds.at(-1)?.id ?? null) : null
  } while (after)
}
