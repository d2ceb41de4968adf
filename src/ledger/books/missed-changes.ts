import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { firstIdSince } from "../../domain"
import { missedChangesThroughMedusa } from "./missed-changes-through-medusa"
import { orThroughMedusa } from "./other-schema"

/** What happened to orders, whether Medusa's events told it or not. */
export type MissedChanges = {
  /** Orders with an open change that an edit or a preview of ours left behind. */
  left_open: string[]
  /** Orders that somebody else made a new version of, and the newest of them. */
  versions: { order_id: string; version: number }[]
}

export type MissedSince = {
  /** New versions since then. */
  since: Date
  /** A change of ours that was opened later may be another process at work. */
  abandoned_before: Date
}

/**
 * In one statement, since it is asked every minute. Medusa has no index of when an
 * order change was closed. Open ones have one by their status, and are few; each
 * that was confirmed made a version of the order with a summary of its own, which is
 * found by its id. One that was declined or cancelled made nothing, and the next one
 * has its version: ours counts where it was confirmed.
 */
const STATEMENT = `
  SELECT change.order_id, NULL::int AS version FROM order_change change
  WHERE change.deleted_at IS NULL AND change.status IN ('pending', 'requested')
    AND change.created_at < ?
    AND (change.metadata->>'order_edit_preview' IS NOT NULL
      OR change.metadata->>'order_edit_id' IS NOT NULL)
  UNION ALL
  SELECT summary.order_id, max(summary.version) FROM order_summary summary
  WHERE summary.deleted_at IS NULL AND summary.version > 1 AND summary.id > ?
    AND (SELECT count(*) FROM order_change ours
      WHERE ours.order_id = summary.order_id AND ours.version = summary.version
        AND ours.deleted_at IS NULL AND ours.status = 'confirmed'
        AND (ours.metadata->>'order_refund_id' IS NOT NULL
          OR ours.metadata->>'credit_line' IS NOT NULL)) = 0
  GROUP BY summary.order_id`

/**
 * Reads what events of Medusa may have failed to tell: what changed orders since a
 * moment, and which changes of ours nobody will close.
 */
export const readMissedChanges = (
  container: MedusaContainer,
  missed: MissedSince
): Promise<MissedChanges> =>
  orThroughMedusa(
    container,
    "Changes of orders are looked for",
    () => readByStatement(container, missed),
    () => missedChangesThroughMedusa(container, missed)
  )

async function readByStatement(
  container: MedusaContainer,
  { since, abandoned_before }: MissedSince
): Promise<MissedChanges> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { rows } = (await database.raw(STATEMENT, [
    abandoned_before,
    firstIdSince("ordsum", since),
  ])) as { rows: { order_id: string; version: number | null }[] }
  return {
    left_open: unique(
      rows.flatMap(({ order_id, version }) =>
        version === null ? order_id : []
      )
    ),
    versions: rows.flatMap(({ order_id, version }) =>
      version === null ? [] : { order_id, version }
    ),
  }
}

const unique = (ids: string[]): string[] => [...new Set(ids)]
