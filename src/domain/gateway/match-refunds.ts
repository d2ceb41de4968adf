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

/** A movement of money that the plugin asked for. */
export type AskedTransaction = {
  id: string
  minor_amount: bigint
  idempotency_key: string
}

/** A movement of money in our records. */
export type KnownTransaction = AskedTransaction & {
  /** Null until the gateway's answer is known. */
  stripe_refund_id: string | null
}

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
 * The refund that a transaction made, among those whose metadata name it: one of
 * the amount that it asked for, made by its key. Anybody can copy metadata, and
 * only after the fact: without keys the oldest is the transaction's own.
 *
 * @param keys idempotency keys by refund id, where known
 */
export function refundMadeBy<Refund extends GatewayRefund>(
  { id, minor_amount, idempotency_key }: AskedTransaction,
  refunds: readonly Refund[],
  keys: ReadonlyMap<string, string>
): Refund | undefined {
  const named = refunds
    .filter((refund) => refund.refund_transaction_id === id)
    .filter((refund) => refund.minor_amount === minor_amount)
    .sort(byAge)
  return (
    named.find((refund) => keys.get(refund.id) === idempotency_key) ?? named[0]
  )
}

/**
 * Tells whose refunds these are: by Stripe's id, then by our metadata, then by
 * the idempotency key (Medusa's provider sends its refund row's id), then by an
 * unmatched row of Medusa with the same amount; else nobody's. A transaction has
 * one refund: a second one that names it is nobody's.
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
  const matches = ourMatches(refunds, known, keys)
  const open = [...refunds].sort(byAge).filter(({ id }) => !matches.has(id))
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

function ourMatches<Refund extends GatewayRefund>(
  refunds: readonly Refund[],
  known: readonly KnownTransaction[],
  keys: ReadonlyMap<string, string>
): Map<string, RefundMatch<Refund>> {
  const byId = new Map(
    known.map(({ id, stripe_refund_id }) => [stripe_refund_id, id] as const)
  )
  const unknown = refunds.filter(({ id }) => !byId.has(id))
  const made = new Map(
    known
      .filter(({ stripe_refund_id }) => stripe_refund_id === null)
      .map((each) => [refundMadeBy(each, unknown, keys)?.id, each.id] as const)
  )
  return new Map(
    refunds.flatMap((refund) => {
      const transaction_id = byId.get(refund.id) ?? made.get(refund.id)
      return transaction_id
        ? [[refund.id, { refund, kind: "ours" as const, transaction_id }]]
        : []
    })
  )
}

const byAge = (
  a: { created: number; id: string },
  b: { created: number; id: string }
) => a.created - b.created || (a.id < b.id ? -1 : 1)
