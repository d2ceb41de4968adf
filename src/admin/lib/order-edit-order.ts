import { cardName } from "./card-name"

/** A line of an order, as an edit or a release needs it. */
export type OrderEditItem = {
  id: string
  title: string
  product_title: string | null
  variant_id: string | null
  variant_title: string | null
  variant_sku: string | null
  thumbnail: string | null
  quantity: number
  unit_price: number
  detail: { fulfilled_quantity: number } | null
}

type Payment = {
  id: string
  /** What the provider keeps of it. */
  data?: Record<string, unknown> | null
}

/** An order, as an edit or a release needs it. */
export type OrderToEdit = {
  id: string
  currency_code: string
  discount_total: number
  items: OrderEditItem[]
  shipping_methods: { id: string; name: string }[]
  payment_collections: { payments?: Payment[] | null }[] | null
}

/** Fewer than these cannot be on the order any more. */
export const shippedUnits = ({ detail }: Pick<OrderEditItem, "detail">) =>
  detail?.fulfilled_quantity ?? 0

/** The lines that an edit did not take off before. */
export const linesOf = ({ items }: Pick<OrderToEdit, "items">) =>
  items.filter(({ quantity }) => quantity > 0)

/**
 * The cards that paid an order, by the ids of the payments. Medusa's Stripe
 * provider keeps the payment method whole; others keep nothing that we know of.
 */
export const cardsThatPaid = ({
  payment_collections,
}: Pick<OrderToEdit, "payment_collections">): Record<string, string> =>
  Object.fromEntries(
    (payment_collections ?? [])
      .flatMap(({ payments }) => payments ?? [])
      .flatMap(({ id, data }) => {
        const card = cardOf(data?.payment_method)
        return card ? [[id, cardName(card)]] : []
      })
  )

function cardOf(method: unknown): Parameters<typeof cardName>[0] | null {
  const card =
    typeof method === "object" && method !== null && "card" in method
      ? method.card
      : null
  return typeof card === "object" &&
    card !== null &&
    "brand" in card &&
    "last4" in card &&
    typeof card.brand === "string" &&
    typeof card.last4 === "string"
    ? { brand: card.brand, last4: card.last4 }
    : null
}
