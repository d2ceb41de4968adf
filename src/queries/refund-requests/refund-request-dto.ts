import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isOpenRequest } from "../../domain"
import type { RefundRequestRecord } from "../../modules/refund-requests/types"
import type { RefundRequestDTO, StoreRefundRequest } from "../../types"

type Reasons = Map<string, { id: string; label: string }>

const DAY_MS = 24 * 60 * 60 * 1000

/** Requests as their customer sees them. */
export async function storeRequests(
  container: MedusaContainer,
  records: RefundRequestRecord[]
): Promise<StoreRefundRequest[]> {
  const reasons = await readReasons(container, records)
  return records.map((record) => ({
    ...shown(record, reasons),
    question: record.status === "needs_info" ? record.question : null,
    photos: record.photos.length,
  }))
}

/** Requests as the staff sees them. */
export async function adminRequests(
  container: MedusaContainer,
  records: RefundRequestRecord[],
  now: Date
): Promise<RefundRequestDTO[]> {
  const reasons = await readReasons(container, records)
  return records.map((record) => ({
    ...shown(record, reasons),
    order_number: record.order_number,
    customer_id: record.customer_id,
    email: record.email,
    name: record.name,
    locale: record.locale,
    decided_by: record.decided_by,
    decided_at: record.decided_at,
    policy_version: record.policy_version,
    waits_for_goods: record.waits_for_goods,
    due_in_days: dueInDays(record, now),
    receipt: record.receipt,
    receipt_sha256: record.receipt_sha256,
    photos: record.photos.map(({ id, mime_type, size }) => ({
      id,
      mime_type,
      size,
    })),
    events: record.events,
    created_at: record.created_at,
  }))
}

function shown(
  record: RefundRequestRecord,
  reasons: Reasons
): Omit<StoreRefundRequest, "photos"> {
  return {
    id: record.id,
    display_id: record.display_id,
    order_id: record.order_id,
    kind: record.kind,
    status: record.status,
    resolution: record.resolution,
    message: record.message,
    question: record.question,
    decision_note: record.decision_note,
    lines: record.lines.map(
      ({ item_id, title, quantity, refund_reason_id }) => ({
        item_id,
        title,
        quantity,
        reason: reasons.get(refund_reason_id ?? "") ?? null,
      })
    ),
    order_refund_id: record.order_refund_id,
    due_at: record.due_at,
    timeline: record.events.flatMap(({ to_status, from_status, created_at }) =>
      to_status && to_status !== from_status
        ? [{ status: to_status, at: created_at }]
        : []
    ),
    received_at: record.received_at,
  }
}

/** Whole days that are left; a day that has begun is not counted. */
function dueInDays(
  { status, due_at, order_refund_id }: RefundRequestRecord,
  now: Date
): number | null {
  return due_at && isOpenRequest(status) && !order_refund_id
    ? Math.floor((new Date(due_at).getTime() - now.getTime()) / DAY_MS)
    : null
}

async function readReasons(
  container: MedusaContainer,
  records: RefundRequestRecord[]
): Promise<Reasons> {
  const ids = new Set(
    records.flatMap(({ lines }) =>
      lines.flatMap(({ refund_reason_id }) => refund_reason_id ?? [])
    )
  )
  const reasons = ids.size
    ? await container
        .resolve(Modules.PAYMENT)
        .listRefundReasons({ id: [...ids] }, { withDeleted: true })
    : []
  return new Map(reasons.map(({ id, label }) => [id, { id, label }]))
}
