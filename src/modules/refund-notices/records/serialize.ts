import type { NoticeRecord } from "../types"

type Dates = "next_at" | "sent_at" | "created_at"
type Row = Omit<NoticeRecord, Dates> & {
  next_at: Date | string
  sent_at: Date | string | null
  created_at: Date | string
}

const iso = (value: Date | string): string => new Date(value).toISOString()

/** Turns a row of `refunds_notice` into its record: only this module writes them. */
export function toNotice(found: object): NoticeRecord {
  const row = found as Row
  return {
    ...row,
    attempts: Number(row.attempts),
    next_at: iso(row.next_at),
    sent_at: row.sent_at && iso(row.sent_at),
    created_at: iso(row.created_at),
  }
}
