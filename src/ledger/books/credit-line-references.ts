import type { OrderReference } from "../../domain"

type Row = Record<string, unknown>

/**
 * What an order change that writes a credit line of ours carries. Medusa gives a
 * credit line no metadata of its maker, and the two texts of its row are seen by
 * customers: after Medusa's own refund button they are Medusa's, not ours.
 */
export type CreditLineMetadata = { credit_line: OrderReference }

/** What a credit-line change of ours is about; null for a change of others. */
export function creditLineOf(change: Row): OrderReference | null {
  const { credit_line } = (change.metadata ?? {}) as Partial<CreditLineMetadata>
  return typeof credit_line?.reference === "string" ? credit_line : null
}

/**
 * What a credit line is about. Each of ours is the only one of its order change,
 * and Medusa writes into a line which version of the order it came with, also
 * where later versions copy the line. Lines that were written before changes
 * carried this name it themselves.
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
    return (
      byVersion.get(Number(created_in_version)) ?? { reference, reference_id }
    )
  }
}
