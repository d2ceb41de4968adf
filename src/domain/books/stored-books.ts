import type { Decimal } from "../money/exact-decimal"
import type { StoredTotals } from "./medusa-order"

/** Figures that Medusa keeps beside the entries they are the sum of. */
export type StoredBooks = {
  /** Of the order's present version; null if Medusa has none. */
  summary: { id: string; totals: StoredTotals } | null
  collections: { id: string; refunded_amount: Decimal; rows: Decimal }[]
  captures: {
    id: string
    payment_id: string
    amount: Decimal
    /** ISO 8601. */
    created_at: string
  }[]
}
