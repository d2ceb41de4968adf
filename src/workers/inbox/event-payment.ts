import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeEventRecord } from "../../modules/refunds/types"
import {
  findObjectPayment,
  stripeClient,
  type StripeObjectPayment,
} from "../../stripe"
import { refundsModule } from "../../workflows/common/refunds-module"
import { type StorePayment, findPayments } from "../../workflows/stripe-sync"
import { isDispute } from "./event-types"

/**
 * The payments of this store that events of one payment intent are about: more
 * than one where it serves several. What we have a record of is found by that.
 */
export async function paymentsOfEvents(
  container: MedusaContainer,
  events: StripeEventRecord[]
): Promise<Pick<StorePayment, "payment_id" | "order_id">[]> {
  const known = await refundsModule(
    container
  ).transactions.paymentOfStripeObjects(
    events.flatMap(({ object_id }) => object_id ?? [])
  )
  return known ? [known] : findPaymentsOf(container, events)
}

/**
 * What a thin event is about. It names no payment: another event or a record of
 * ours may know it, else Stripe is asked.
 *
 * @returns null when Stripe shows no such object to this store's key
 */
export async function askForPayment(
  container: MedusaContainer,
  event: StripeEventRecord
): Promise<StripeObjectPayment | null> {
  const { object_id, charge, type, api_version } = event
  const service = refundsModule(container)
  const payment_intent = await service.eventPayments.intentOf(event)
  if (payment_intent) {
    return { payment_intent, charge }
  }
  // A snapshot that names no payment intent is of a payment that has none.
  if (charge && api_version) {
    return { payment_intent: null, charge }
  }
  const { stripe } = service.options
  if (!stripe || !object_id) {
    return { payment_intent: null, charge }
  }
  const kind = isDispute(type) ? "dispute" : charge ? "charge" : "refund"
  return findObjectPayment(stripeClient(stripe), {
    kind,
    id: kind === "charge" && charge ? charge : object_id,
  })
}

async function findPaymentsOf(
  container: MedusaContainer,
  payments: StripeObjectPayment[]
): Promise<StorePayment[]> {
  const ids = payments.flatMap(({ payment_intent, charge }) =>
    [payment_intent, charge].flatMap((id) => id ?? [])
  )
  const found = await findPayments(container, ids)
  const id = ids.find((each) => found.has(each))
  return (id && found.get(id)) || []
}
