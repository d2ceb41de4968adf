import type { MessageTemplate } from "../../domain"

/** How far a notice is. */
export const NOTICE_STATES = [
  "waiting",
  "sending",
  "sent",
  "failed",
  "skipped",
] as const
export type NoticeState = (typeof NOTICE_STATES)[number]

/** Something that a customer is to be told, or was. */
export type NoticeRecord = {
  id: string
  /** The entry of an audit trail that it comes from. */
  key: string
  template: MessageTemplate
  channel: string
  order_id: string
  order_refund_id: string | null
  order_edit_id: string | null
  refund_request_id: string | null
  locale: string | null
  data: Record<string, unknown> | null
  about: string[] | null
  state: NoticeState
  /** How often a worker took it. */
  attempts: number
  next_at: string
  sent_at: string | null
  notification_id: string | null
  note: string | null
  created_at: string
}

/** A notice that a worker has: who lost its lease has another number of attempts. */
export type LeasedNotice = Pick<NoticeRecord, "id" | "attempts">

/** What is about to be sent, written down before it is. */
export type PreparedNotice = Pick<
  NoticeRecord,
  "template" | "channel" | "locale" | "data" | "about"
>
