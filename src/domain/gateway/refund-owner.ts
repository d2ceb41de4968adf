/** A payment of the store, and an order that it pays. */
export type PaymentOfOrder = { payment_id: string; order_id: string }

/** What tells whose a refund of a shared payment intent is. */
export type SharedRefund = {
  id: string
  /** Our own id in the refund's metadata, if the plugin made it. */
  refund_transaction_id: string | null
  /** The order that the refund's metadata names. */
  metadata_order_id: string | null
}

/** What the store knows of the refunds of a payment intent. */
export type KnownOwners = {
  /** By Stripe's refund id, and by our transaction's id: our records. */
  recorded: ReadonlyMap<string, PaymentOfOrder>
  /** By the id of Medusa's refund row: its payment. */
  rows: ReadonlyMap<string, string>
  /** Idempotency keys by refund id; Medusa's provider sends its row's id. */
  keys: ReadonlyMap<string, string>
}

/**
 * Tells which payment and order a refund is of, where one payment intent serves
 * several: by our records, by our metadata, by the order in its metadata, by
 * Medusa's refund row. With one payment it is that one's.
 *
 * @returns null where nothing tells: nobody guesses
 */
export function ownerOf(
  refund: SharedRefund,
  payments: readonly PaymentOfOrder[],
  { recorded, rows, keys }: KnownOwners
): PaymentOfOrder | null {
  const row = rows.get(keys.get(refund.id) ?? "")
  return (
    recorded.get(refund.id) ??
    recorded.get(refund.refund_transaction_id ?? "") ??
    only(payments) ??
    only(
      payments.filter(({ order_id }) => order_id === refund.metadata_order_id)
    ) ??
    only(payments.filter(({ payment_id }) => payment_id === row))
  )
}

const only = <Item>(items: readonly Item[]): Item | null =>
  items.length === 1 ? (items[0] ?? null) : null

/** A refund of a shared intent that is not known to be of this payment. */
export type ForeignRefund = {
  minor_amount: bigint
  owner: PaymentOfOrder | null
}

/**
 * How much less a payment has left than its own refunds say. What nobody can tell
 * apart may be its own; and of an intent that captured less than its payments
 * think, others have taken a part.
 *
 * @param captured what this payment thinks it took
 * @param received what the intent took
 * @example
 * // 30 and 50 of one intent of 80; 5 were given back, nobody knows for which:
 * heldElsewhere([{ minor_amount: 5n, owner: null }], { captured: 30n, received: 80n }) // 5n
 * // Two payments of the same 80, which the other one gave back:
 * heldElsewhere([{ minor_amount: 80n, owner: other }], { captured: 80n, received: 80n }) // 80n
 */
export function heldElsewhere(
  foreign: readonly ForeignRefund[],
  { captured, received }: { captured: bigint; received: bigint }
): bigint {
  const sum = (refunds: readonly ForeignRefund[]) =>
    refunds.reduce((total, { minor_amount }) => total + minor_amount, 0n)
  const unclear = sum(foreign.filter(({ owner }) => !owner))
  const others = sum(foreign.filter(({ owner }) => owner))
  const missing = captured + others - received
  return unclear + (missing > 0n ? missing : 0n)
}
