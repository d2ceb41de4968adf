import { sum } from "../money/decimal-math"
import type { Decimal } from "../money/exact-decimal"
import type { MedusaOrder } from "./medusa-order"

/** What an entry of Medusa's books is about: a word, and the id of the document. */
export type OrderReference = { reference: string; reference_id: string }

/** Credit line of an order refund. Customers can see references of credit lines. */
export const CREDIT_LINE_REFERENCE = "order_refund"

/** Credit line of an order refund for less than anybody can pay. */
export const ROUNDING_REFERENCE = "order_refund_rounding"

/** The same after the charge of an edit: the reference id is the edit's. */
export const EDIT_ROUNDING_REFERENCE = "order_edit_rounding"

/** Credit line for what released lines cost more, or less, than was released. */
export const RELEASE_REFERENCE = "order_release_rounding"

/** Order transaction of money that was paid outside of every payment. */
export const PAID_ANOTHER_WAY_REFERENCE = "order_refund_settlement"

/** Order transaction of a refund row, as Medusa writes it, too. */
export const REFUND_REFERENCE = "refund"

/** The credit lines that refunds and edits of ours write. */
export const OUR_REFERENCES: readonly (string | null)[] = [
  CREDIT_LINE_REFERENCE,
  ROUNDING_REFERENCE,
  EDIT_ROUNDING_REFERENCE,
]

/** The entries with a reference. */
export const entriesOf = <Entry extends MedusaOrder["transactions"][number]>(
  entries: Entry[],
  { reference, reference_id }: OrderReference
): Entry[] =>
  entries.filter(
    (entry) =>
      entry.reference === reference && entry.reference_id === reference_id
  )

/** What the order's credit lines with a reference add up to. */
export const creditOf = (
  { credit_lines }: Pick<MedusaOrder, "credit_lines">,
  about: OrderReference
): Decimal => sum(...entriesOf(credit_lines, about).map(({ amount }) => amount))
