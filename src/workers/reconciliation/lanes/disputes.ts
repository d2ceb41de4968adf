import type { MedusaContainer } from "@medusajs/framework/types"
import {
  listDisputesPage,
  stripeClient,
  type StripeDisputeState,
} from "../../../stripe"
import { refundsModule } from "../../../workflows/common/refunds-module"
import { findPayments, newDisputes } from "../../../workflows/stripe-sync"
import { readPayments } from "../read-payments"
import type { Run } from "../types"

/** Disputes that are new or have changed, and ours that are still open. */
export async function readDisputes(
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
    const page: { disputes: StripeDisputeState[]; has_more: boolean } =
      await run.pace(() => listDisputesPage(client, run.since, after))
    const news = await newDisputes(container, page.disputes)
    const payments = await findPayments(
      container,
      news.flatMap(
        ({ payment_intent, charge }) => payment_intent ?? charge ?? []
      )
    )
    await readPayments(container, run, [...payments.values()].flat())
    after = page.has_more ? (page.disputes.at(-1)?.id ?? null) : null
  } while (after)
  const open = await refundsModule(container).disputes.readOpen()
  await readPayments(
    container,
    run,
    open.map(({ payment_id, order_id }) => ({
      payment_id,
      order_id,
      provider_id: "",
    }))
  )
}
