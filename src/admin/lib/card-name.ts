import type { SavedCard } from "../../types"

/** Stripe's names of card brands that are not written as one word. */
const BRANDS: Record<string, string> = {
  amex: "American Express",
  cartes_bancaires: "Cartes Bancaires",
  diners: "Diners Club",
  eftpos_au: "eftpos",
  jcb: "JCB",
  unionpay: "UnionPay",
}

/** What people call a card: "Visa ••••4242". */
export const cardName = ({
  brand,
  last4,
}: Pick<SavedCard, "brand" | "last4">): string =>
  `${BRANDS[brand] ?? brand.replace(/^./, (letter) => letter.toUpperCase())} ••••${last4}`
