import type {
  MedusaOrder,
  OrderGoods,
  OrderRefundRecord,
  OrderSnapshot,
} from "../../domain"
import type { StoredBooks } from "../../ledger/books/stored-books"
import type { StripeRefundState, TakenAmount } from "../../stripe"
import type { OwnRefunds } from "../../workflows/stripe-sync"
import type { OrderRefundEventDTO, RefundCheckFinding } from "../../types"

/** An edit or a release, and when something was last done for it. */
export type UnfinishedWork = {
  kind: "order_edit" | "order_release"
  id: string
  touched_at: Date
}

/** Everything that is known about the money of one order, at one moment. */
export type OrderBooks = {
  order: MedusaOrder
  snapshot: OrderSnapshot
  goods: OrderGoods
  refunds: OrderRefundRecord[]
  /** Edits and releases that have not come to their end. */
  unfinished: UnfinishedWork[]
  stored: StoredBooks
  /** What Stripe says, by payment; payments that are not at Stripe are not in it. */
  stripe: ReadonlyMap<string, StripeRefundState[]>
  /** Refunds of shared payment intents that may be of this order, by payment. */
  unclear: ReadonlyMap<string, OwnRefunds["unclear"]>
  /** What Stripe took, by payment; of the same payments. */
  taken: ReadonlyMap<string, TakenAmount>
  /** By order refund. */
  trails: ReadonlyMap<string, OrderRefundEventDTO[]>
  now: Date
}

/** How a finding can be mended. None decides to move money. */
export type Mend =
  /** Read the payment back from Stripe. */
  | { kind: "sync"; payment_id: string }
  /** Record a refund that Medusa made through another provider. */
  | { kind: "record"; medusa_refund_id: string }
  /** Derive the status of an order refund anew, and note the present state. */
  | { kind: "restate"; order_refund_id: string }
  /** Resolve what is unknown, and compare the books with our records. */
  | { kind: "finish"; order_refund_id: string }
  /** Undo an edit or a release that came to nothing, or go on with it. */
  | { kind: "finish_edit"; order_edit_id: string }
  | { kind: "finish_release"; order_release_id: string }
  /** Compute the sums anew that Medusa stores beside its entries. */
  | { kind: "correct" }

/** What a rule says: a finding before it is known whether it was mended. */
export type Found = Pick<
  RefundCheckFinding,
  "code" | "severity" | "message"
> & {
  /** The id of what it is about: the same code can be found for several. */
  about: string
  /** What to do: the last sentence of the message. */
  advice: string
  /** The order refund whose record says so, if it is one's. */
  order_refund_id?: string
  /** Empty for what only a person can mend. */
  mend: Mend[]
}

export type Rule = (books: OrderBooks) => Found[]
