import type { AuditTrailEntry } from "../../../domain"
import { RecordsPart } from "./records-part"
import { toAuditEntry, type Row } from "./serialize"

type Subjects =
  | { order_refund_id: string | string[] }
  | { order_edit_id: string | string[] }
  | { order_release_id: string | string[] }

/** The audit trail. The database refuses every change of what stands in it. */
export class AuditTrail extends RecordsPart {
  /** Everything that ever happened to refunds, edits or releases, oldest first. */
  async read(subjects: Subjects): Promise<AuditTrailEntry[]> {
    const rows = await this.rows.listRefundsAuditEntries(subjects, {
      order: { sequence: "ASC" },
    })
    return rows.map((row: Row) => toAuditEntry(row))
  }
}
