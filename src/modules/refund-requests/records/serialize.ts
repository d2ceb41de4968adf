import type { RefundRequestRecord } from "../types"

type Row = Record<string, unknown>

const iso = (value: unknown): string =>
  (value instanceof Date ? value : new Date(String(value))).toISOString()

const isoOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : iso(value)

const rows = (value: unknown): Row[] => (Array.isArray(value) ? value : [])

const byNumber = (column: string) => (a: Row, b: Row) =>
  Number(a[column]) - Number(b[column])

/** A row as Medusa's methods read it, with its parts, as a record. */
export function toRequest(read: object): RefundRequestRecord {
  const row = read as Row
  return {
    ...(row as RefundRequestRecord),
    received_at: iso(row.received_at),
    decided_at: isoOrNull(row.decided_at),
    due_at: isoOrNull(row.due_at),
    created_at: iso(row.created_at),
    updated_at: iso(row.updated_at),
    lines: rows(row.lines)
      .sort(byNumber("position"))
      .map(({ id, item_id, title, quantity, refund_reason_id }) => ({
        id: String(id),
        item_id: String(item_id),
        title: String(title),
        quantity: Number(quantity),
        refund_reason_id: (refund_reason_id ?? null) as string | null,
      })),
    photos: rows(row.photos)
      .sort(byNumber("position"))
      .map(({ id, file_id, mime_type, size }) => ({
        id: String(id),
        file_id: String(file_id),
        mime_type: String(mime_type),
        size: Number(size),
      })),
    events: rows(row.events)
      .sort(byNumber("sequence"))
      .map((event) => ({
        actor: String(event.actor),
        action: String(event.action),
        from_status: (event.from_status ?? null) as
          RefundRequestRecord["status"] | null,
        to_status: (event.to_status ?? null) as
          RefundRequestRecord["status"] | null,
        details: (event.details ?? null) as Row | null,
        created_at: iso(event.created_at),
      })),
  }
}
