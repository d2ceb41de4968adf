import {
  type OrderReference,
  OUR_REFERENCES,
  RELEASE_REFERENCE,
} from "../../domain"

type Row = Record<string, unknown>

/**
 * What a credit line of ours carries, or the order change that writes it: Medusa's
 * modules give a credit line no metadata of its maker, and the two texts of its
 * row are Medusa's, not ours, after Medusa's own refund button.
 */
export type CreditLineMetadata = { credit_line: OrderReference }

/** What a line or a change of ours is about; null for one of others. */
export function creditLineOf(row: Row): OrderReference | null {
  const { credit_line } = (row.metadata ?? {}) as Partial<CreditLineMetadata>
  return typeof credit_line?.reference === "string" ? credit_line : null
}

/**
 * What a credit line is about. Its row says so, but where a row says what Medusa
 * would have written: then its metadata do. Lines that were written through
 * Medusa have no metadata of ours: each is the only one of its order change, and
 * Medusa writes into a line which version of the order it came with, also where
 * later versions copy the line.
 * Source: @medusajs/order/dist/utils/apply-order-changes.js
 *
 * @param changes confirmed changes of the order
 */
export function creditLineReferences(
  changes: Row[]
): (line: Row) => { reference: unknown; reference_id: unknown } {
  const byVersion = new Map(
    changes.flatMap((change) => {
      const about = creditLineOf(change)
      return about ? [[Number(change.version), about] as const] : []
    })
  )
  return (line) => {
    const { created_in_version } = (line.metadata ?? {}) as {
      created_in_version?: unknown
    }
    const { reference, reference_id } = line
    const own = { reference, reference_id }
    return NAMES.includes(String(reference))
      ? own
      : (creditLineOf(line) ?? byVersion.get(Number(created_in_version)) ?? own)
  }
}

const NAMES: readonly (string | null)[] = [...OUR_REFERENCES, RELEASE_REFERENCE]
