/** A refund of one payment as Stripe has it. */
export type GatewayRefund = {
  id: string
  /** Smallest units of the currency. */
  minor_amount: bigint
  /** Our own id in the refund's metadata, if the plugin made it. */
  refund_transaction_id: string | null
  /** Seconds. */
  created: number
}

/** A movement of money in our records. */
export type KnownTransaction = { id: string; stripe_refund_id: string | null }

/** A refund that Medusa wrote by itself: its own button, a cancelled order. */
export type NativeRefund = {
  id: string
  minor_amount: bigint
  /** Milliseconds. */
  created: number
}

/** Whose refund it is. */
export type RefundMatch<Refund extends GatewayRefund> = { refund: Refund } & (
  | { kind: "ours"; transaction_id: string }
  | { kind: "native"; medusa_refund_id: string }
  | { kind: "outside" }
)

/**
 * Tells whose refunds these are: by Stripe's id, then by our metadata, then by
 * the idempotency key (Medusa's provider sends its refund row's id), then by an
 * unmatched row of Medusa with the same amount; else nobody's.
 *
 * The answer does not depend on the order in which news arrives: keys are
 * matched before amounts, and equal amounts pair up oldest with oldest.
 *
 * @param keys idempotency keys by refund id, where known
 */
export function matchRefunds<Refund extends GatewayRefund>(
  refunds: readonly Refund[],
  known: readonly KnownTransaction[],
  native: readonly NativeRefund[],
  keys: ReadonlyMap<string, string>
): RefundMatch<Refund>[] {
  const free = new Map(
    [...native].sort(byAge).map((row) => [row.id, row] as const)
  )
  const matches = new Map<string, RefundMatch<Refund>>()
  const open = [...refunds].sort(byAge).filter((refund) => {
    const ours = transactionOf(refund, known)
    if (ours) {
      matches.set(refund.id, { refund, kind: "ours", transaction_id: ours })
    }
    return !ours
  })
  const take = (refund: Refund, row: NativeRefund | undefined) => {
    if (row) {
      free.delete(row.id)
      const medusa_refund_id = row.id
      matches.set(refund.id, { refund, kind: "native", medusa_refund_id })
    }
  }
  for (const refund of open) {
    take(refund, free.get(keys.get(refund.id) ?? ""))
  }
  for (const refund of open.filter(({ id }) => !matches.has(id))) {
    const sameAmount = [...free.values()].find(
      ({ minor_amount }) => minor_amount === refund.minor_amount
    )
    take(refund, sameAmount)
  }
  return [...refunds]
    .sort(byAge)
    .map(
      (refund) => matches.get(refund.id) ?? { refund, kind: "outside" as const }
    )
}

const transactionOf = (
  refund: GatewayRefund,
  known: readonly KnownTransaction[]
): string | undefined =>
  (
    known.find(({ stripe_refund_id }) => stripe_refund_id === refund.id) ??
    known.find(({ id }) => id === refund.refund_transaction_id)
  )?.id

const byAge = (
  a: { created: number; id: string },
  b: { created: number; id: string }
) => a.created - b.created || (a.id < b.id ? -1 : 1)
