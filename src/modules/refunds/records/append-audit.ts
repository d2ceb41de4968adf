import { generateEntityId } from "@medusajs/framework/utils"
import { managerOf, type TransactionContext } from "../database"
import type { AuditEntry, AuditSubject } from "../types"
import { type RowChange, writeRows } from "./write-rows"

/** One entry of the audit trail before it is written. */
type TrailEntry = {
  audit: AuditEntry
  from?: string | undefined
  to?: string
  /** The movement of money that changed, where one did. */
  request_id?: string
}

/** Adds entries to the trail of one record, in the transaction that changes it. */
export const appendAudit = (
  subject: AuditSubject,
  entries: TrailEntry[],
  context: TransactionContext
): Promise<void> => writeRows(managerOf(context), [auditRows(subject, entries)])

/** The same, to be written in one statement with the change that it tells of. */
export const auditRows = (
  subject: AuditSubject,
  entries: TrailEntry[]
): RowChange => ({
  insert: "refunds_audit_entry",
  rows: entries.map(({ audit, from, to, request_id }) => ({
    id: generateEntityId(undefined, "refaud"),
    ...subject,
    request_id: request_id ?? null,
    from_status: from ?? null,
    to_status: to ?? null,
    actor: audit.actor,
    action: audit.action,
    stripe_request_id: audit.stripe_request_id ?? null,
    details: audit.details ?? null,
  })),
})
