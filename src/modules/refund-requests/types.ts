import type {
  RefundRequestKind,
  RefundRequestStatus,
  RequestedUnits,
  WithdrawalMessage,
} from "../../domain"

/** A line of a request as it is stored. */
export type RequestLineRecord = RequestedUnits & {
  id: string
  title: string
  refund_reason_id: string | null
}

export type RequestPhotoRecord = {
  id: string
  file_id: string
  mime_type: string
  size: number
}

/** One entry of a request's trail. */
export type RequestEventRecord = {
  actor: string
  action: string
  from_status: RefundRequestStatus | null
  to_status: RefundRequestStatus | null
  details: Record<string, unknown> | null
  created_at: string
}

/** What a customer asked for, as it is stored. Moments are ISO 8601, in UTC. */
export type RefundRequestRecord = {
  id: string
  display_id: number
  kind: RefundRequestKind
  status: RefundRequestStatus
  order_id: string | null
  order_number: string
  customer_id: string | null
  email: string
  name: string | null
  locale: string | null
  resolution: string
  message: string | null
  question: string | null
  decision_note: string | null
  decided_by: string | null
  decided_at: string | null
  approval: Record<string, unknown> | null
  order_refund_id: string | null
  policy_version: string | null
  policy_snapshot: Record<string, unknown> | null
  received_at: string
  due_at: string | null
  waits_for_goods: boolean
  receipt: string | null
  receipt_data: WithdrawalMessage | null
  receipt_sha256: string | null
  idempotency_key: string | null
  request_hash: string
  lines: RequestLineRecord[]
  photos: RequestPhotoRecord[]
  events: RequestEventRecord[]
  created_at: string
  updated_at: string
}

/** A request before it has a number and a state. */
export type NewRefundRequest = Pick<
  RefundRequestRecord,
  | "kind"
  | "order_id"
  | "order_number"
  | "customer_id"
  | "email"
  | "name"
  | "locale"
  | "resolution"
  | "message"
  | "policy_version"
  | "policy_snapshot"
  | "received_at"
  | "due_at"
  | "receipt"
  | "receipt_data"
  | "receipt_sha256"
> & {
  id: string
  lines: Omit<RequestLineRecord, "id">[]
  idempotency_key: string | null
  request_hash: string
  actor: string
}

/** A change of a request, made only from a state that it may be in. */
export type RequestTransition = {
  request_id: string
  to: RefundRequestRecord["status"]
  actor: string
  action: string
  /** An approval is taken back, because its refund was refused. */
  gives_back?: true
  /** Columns that change with it. */
  patch?: Partial<
    Pick<
      RefundRequestRecord,
      | "question"
      | "message"
      | "decision_note"
      | "decided_by"
      | "decided_at"
      | "approval"
      | "order_refund_id"
    >
  >
  details?: Record<string, unknown>
}
