import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** A payment, and what pays it at Stripe. */
export type PaymentObjects = {
  id: string
  stripe_id: string | null
  charge: string | null
}

const text = (value: unknown): string | null =>
  typeof value === "string" ? value : null

/**
 * Reads what pays Medusa's payments, in the order of their ids.
 *
 * @param ids only between these two, where they are given
 */
export async function readPaymentObjects(
  container: MedusaContainer,
  ids: { after: string; before?: string },
  take: number
): Promise<PaymentObjects[]> {
  const filters: object = {
    id: { $gt: ids.after, ...(ids.before ? { $lt: ids.before } : {}) },
  }
  const payments = await container
    .resolve(Modules.PAYMENT)
    .listPayments(filters, {
      select: ["id", "data"],
      take,
      order: { id: "ASC" },
    })
  return payments.map(({ id, data }) => ({
    id,
    stripe_id: text(data?.id),
    charge: text(data?.latest_charge),
  }))
}
