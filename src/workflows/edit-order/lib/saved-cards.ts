import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { MedusaOrder } from "../../../domain"
import { listSavedCards } from "../../../stripe"
import type { SavedCard } from "../../../types"
import { stripeFor } from "../../common/refunds-module"
import { toError } from "../../common/to-error"

/** A card, and the Stripe customer that it belongs to. */
export type ChargeableCard = SavedCard & { customer: string }

type Holder = {
  provider_id: string
  external_id?: string | null
  data?: Record<string, unknown> | null
}

/**
 * The cards that the order's customer left with Stripe, the one that paid the
 * order first. Only cards that belong to a Stripe customer: another one cannot
 * be charged a second time.
 *
 * @param renew extends the order's lock
 */
export async function savedCards(
  container: MedusaContainer,
  order: MedusaOrder,
  renew: () => Promise<void>
): Promise<{ cards: ChargeableCard[]; unreadable: boolean }> {
  const customers = await stripeCustomers(container, order)
  const cards: ChargeableCard[] = []
  let unreadable = false
  for (const { provider_id, customer } of customers) {
    const stripe = stripeFor(container, provider_id)
    await renew()
    try {
      const found = stripe ? await listSavedCards(stripe, customer) : []
      cards.push(
        ...found
          .filter(({ id }) => !cards.some((c) => c.payment_method_id === id))
          .map(({ id, ...card }) => ({
            payment_method_id: id,
            provider_id,
            ...card,
          }))
      )
    } catch (error) {
      unreadable = true
      // Not Stripe's own words: they name the customer.
      container
        .resolve(ContainerRegistrationKeys.LOGGER)
        .warn(
          `The saved cards for ${order.id} could not be read (${kindOf(error)}).`
        )
    }
  }
  const paidWith = order.payments.map(({ data }) => idOf(data.payment_method))
  return {
    cards: [
      ...cards.filter((card) => paidWith.includes(card.payment_method_id)),
      ...cards.filter((card) => !paidWith.includes(card.payment_method_id)),
    ],
    unreadable,
  }
}

const kindOf = (error: unknown): string =>
  typeof error === "object" && error !== null && "type" in error
    ? String(error.type)
    : toError(error).name

/** Of the order's payments, and of the customer's account. */
async function stripeCustomers(
  container: MedusaContainer,
  order: MedusaOrder
): Promise<{ provider_id: string; customer: string }[]> {
  const found = [
    ...order.payments.map(({ provider_id, data }) => ({
      provider_id,
      customer: idOf(data.customer),
    })),
    ...(await accountHolders(container, order.customer_id)).map((holder) => ({
      provider_id: holder.provider_id,
      customer: holder.external_id ?? idOf(holder.data?.id),
    })),
  ]
  const known = new Map<string, { provider_id: string; customer: string }>()
  for (const { provider_id, customer } of found) {
    if (customer && !known.has(customer) && stripeFor(container, provider_id)) {
      known.set(customer, { provider_id, customer })
    }
  }
  return [...known.values()]
}

async function accountHolders(
  container: MedusaContainer,
  customerId: string | null
): Promise<Holder[]> {
  if (!customerId) {
    return []
  }
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "customer",
      fields: [
        "id",
        "account_holders.provider_id",
        "account_holders.external_id",
        "account_holders.data",
      ],
      filters: { id: customerId },
    })
  const rows: Record<string, unknown>[] = data
  const [customer] = rows as { account_holders?: (Holder | null)[] }[]
  return (customer?.account_holders ?? []).flatMap((holder) => holder ?? [])
}

/** Stripe names an object by its id, or gives it whole. */
function idOf(reference: unknown): string | null {
  if (typeof reference === "string" && reference) {
    return reference
  }
  return typeof reference === "object" &&
    reference !== null &&
    "id" in reference &&
    typeof reference.id === "string"
    ? reference.id
    : null
}
