import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../../common/refunds-module"
import { followPayments } from "./follow-payments"

/** A payment of this store, and the order it pays. */
export type StorePayment = {
  payment_id: string
  provider_id: string
  /** Null while the order does not exist yet, or never will. */
  order_id: string | null
}

type PaymentRow = {
  id: string
  provider_id: string
  data: Record<string, unknown> | null
  payment_collection?: { order?: { id: string } | null } | null
}

/**
 * Finds the payments of this store that Stripe's objects belong to, by payment
 * intent or charge. A store that splits orders has several of them for one
 * intent. What is not found was paid elsewhere on the same account.
 */
export async function findPayments(
  container: MedusaContainer,
  ids: string[]
): Promise<Map<string, StorePayment[]>> {
  const wanted = [...new Set(ids)]
  const rows = wanted.length ? await readPayments(container, wanted) : []
  const found = new Map<string, StorePayment[]>()
  for (const row of rows) {
    const payment = {
      payment_id: row.id,
      provider_id: row.provider_id,
      order_id: row.payment_collection?.order?.id ?? null,
    }
    for (const id of [row.data?.id, row.data?.latest_charge]) {
      if (typeof id === "string" && wanted.includes(id)) {
        found.set(id, [...(found.get(id) ?? []), payment])
      }
    }
  }
  return found
}

/** The ids of this store's payments that are paid by one of Stripe's objects. */
export async function findPaymentIds(
  container: MedusaContainer,
  stripeIds: string[]
): Promise<string[]> {
  await followPayments(container)
  return refundsModule(container).stripePayments.find(stripeIds)
}

async function readPayments(
  container: MedusaContainer,
  stripeIds: string[]
): Promise<PaymentRow[]> {
  const ids = await findPaymentIds(container, stripeIds)
  if (!ids.length) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "payment",
      fields: ["id", "provider_id", "data", "payment_collection.order.id"],
      filters: { id: ids },
    })
  const rows: Record<string, unknown>[] = data
  return (rows as PaymentRow[]).sort((a, b) => (a.id < b.id ? -1 : 1))
}
