import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundRequestRecord } from "../../modules/refund-requests/types"
import type { RefundRequest } from "../../types"
import { refundError } from "../common/refund-error"
import { proposeRefundOf } from "./propose-refund"
import type { ApproveRefundRequestInput } from "./types"

/** What `createOrderRefundWorkflow` is asked for once a request is approved. */
export type AgreedRefund = {
  request: RefundRequest
  refund_reason_id: string | null
  customer_note: string | null
  notify_customer?: boolean
  location_id: string | null
  created_by: string | null
  plan_hash: string | null
  /** Part of what the idempotency key stands for, so it is kept. */
  additional_data?: Record<string, unknown>
}

/**
 * The refund that the merchant made of a request, or what the shop's policy makes of
 * it.
 *
 * @throws invalid_request where neither says what to refund
 */
export async function refundOfRequest(
  container: MedusaContainer,
  request: RefundRequestRecord,
  input: ApproveRefundRequestInput
): Promise<AgreedRefund> {
  if (!input.request && !request.lines.length) {
    throw refundError({
      code: "invalid_request",
      message: `Refund request ${request.id} names no items. Say in \`request\` what to refund.`,
      details: { field: "request" },
    })
  }
  const [reason] = new Set(
    request.lines.map(({ refund_reason_id }) => refund_reason_id)
  )
  return {
    request:
      input.request ?? (await proposeRefundOf(container, request)).request,
    refund_reason_id: reason ?? null,
    customer_note: input.note ?? null,
    ...(input.notify_customer === undefined
      ? {}
      : { notify_customer: input.notify_customer }),
    location_id: input.location_id ?? null,
    created_by: input.user_id ?? null,
    plan_hash: input.plan_hash ?? null,
    ...(input.additional_data
      ? { additional_data: input.additional_data }
      : {}),
  }
}
