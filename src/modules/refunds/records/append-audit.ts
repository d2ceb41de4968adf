import type { Tables, TransactionContext } from "../database"
import type { AuditEntry, AuditSubject } from "../types"

/** One entry of the audit trail before it is written. */
export type TrailEntry = {
  audit: AuditEntry
  from?: string | undefined
  to?: string
  /** The movement of money that changed, where one did. */
  request_id?: string
}

/** Adds entries to the trail of one record, in the transaction that changes it. */
export async function appendAudit(
  rows: Tables,
  subject: AuditSubject,
  entries: TrailEntry[],
  context: TransactionContext
): Promise<void> {
  await rows.createRefundsAuditEntries(
    entries.map(({ audit, from, to, request_id }) => ({
      ...subject,
      request_id: request_id ?? null,
      from_status: from ?? null,
      to_status: to ?? null,
      actor: audit.actor,
      action: audit.action,
      stripe_request_id: audit.stripe_request_id ?? null,
      details: audit.details ?? null,
    })),
    context
  )
}
