import type { AuditTrailEntry } from "../../../domain"
import { RecordsPart } from "./records-part"
import { toAuditEntry } from "./serialize"

type Subjects =
  | { order_refund_id: string | string[] }
  | { order_edit_id: string | string[] }
  | { order_release_id: string | string[] }

/** The audit trail. The database refuses every change of what stands in it. */
export class AuditTrail extends RecordsPart {
  /** Everything that ever happened to refunds, edits or releases, oldest first. */
  async read(subjects: Subjects): Promise<AuditTrailEntry[]> {
    const [[column, named] = ["", []]] = Object.entries(subjects)
    const ids = [named].flat()
    const rows = ids.length
      ? await this.query(
          `SELECT * FROM refunds_audit_entry WHERE deleted_at IS NULL
           AND ${column} IN (${ids.map(() => "?").join(", ")}) ORDER BY sequence`,
          ids
        )
      : []
    return rows.map(toAuditEntry)
  }
}
