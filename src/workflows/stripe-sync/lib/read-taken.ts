import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrderPayment, TakenAmount } from "../../../domain"
import { readTakenAmount, refundTarget } from "../../../stripe"
import { stripeFor } from "../../common/refunds-module"
import { findPayments } from "./find-payment"

/**
 * What Stripe took for one payment, or null where that cannot be told: it is not
 * at Stripe, or one payment intent serves several payments (a store that splits
 * orders), of which each captured a part.
 */
export async function readTaken(
  container: MedusaContainer,
  { provider_id, data }: MedusaOrderPayment
): Promise<TakenAmount | null> {
  const stripe = stripeFor(container, provider_id)
  const target = refundTarget(data)
  if (!stripe || !target) {
    return null
  }
  const id = String(Object.values(target)[0])
  const payments = (await findPayments(container, [id])).get(id) ?? []
  return payments.length > 1 ? null : readTakenAmount(stripe, target)
}
