import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type OrderRefundStatus,
  refundErrorCode,
  type RefundErrorCode,
} from "../../../domain"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import {
  type CreateOrderRefundInput,
  createOrderRefundWorkflow,
} from "../../order-refund"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { getOrderRefund } from "../../common/get-order-refund"
import { refundError } from "../../common/refund-error"
import { toError } from "../../common/to-error"
import { isUnsettled, noteSettlement } from "./note-settlement"

const FAILED: OrderRefundStatus[] = ["failed", "partially_failed", "canceled"]

/**
 * Refunds what an edit let the order owe. The refund is keyed by the edit and
 * bound to the plan of its preview, so it is made once and is never more. The
 * caller holds the order's lock: a refund that somebody starts meanwhile waits,
 * and finds the money spent.
 *
 * Only a refusal ends it. What may pass by itself, such as a lock that was lost,
 * leaves it `processing`: the job tries again by the same key.
 */
export async function refundDifference(
  container: MedusaContainer,
  edit: OrderEditRecord,
  lock: OrderLock
): Promise<OrderEditRecord> {
  const { settlement } = edit
  if (settlement.kind !== "refund" || !isUnsettled(edit)) {
    return edit
  }
  try {
    await keepLock(container, lock)
    const { result } = await createOrderRefundWorkflow(container).run({
      input: { ...refundOf(edit), lock },
    })
    const refund = await getOrderRefund(container, result.order_refund_id)
    const failed = FAILED.includes(refund.status)
    return await noteSettlement(
      container,
      edit,
      refund.status === "processing"
        ? "processing"
        : failed
          ? "failed"
          : "settled",
      {
        order_refund_id: refund.id,
        code: failed ? "provider_declined" : null,
        message: failed
          ? (refund.transactions.find((t) => t.failure_reason)
              ?.failure_reason ?? null)
          : null,
      }
    )
  } catch (error) {
    const { message } = toError(error)
    const code = refusalCode(error)
    return code
      ? noteSettlement(container, edit, "failed", { code, message })
      : noteSettlement(container, edit, "processing", { message })
  }
}

const refundOf = ({
  id,
  order_id,
  note,
  created_by,
  preview,
  request,
}: OrderEditRecord): CreateOrderRefundInput => ({
  order_id,
  request: { outstanding: true },
  source: "order_edit",
  note,
  refund_reason_id: request.refund_reason_id ?? null,
  created_by,
  idempotency_key: `order_edit:${id}`,
  plan_hash: preview.settlement.refund_plan?.hash ?? null,
})

/** It may have expired while Medusa wrote the edit, and be somebody else's. */
async function keepLock(
  container: MedusaContainer,
  lock: OrderLock
): Promise<void> {
  try {
    await renewOrderLock(container, lock)
  } catch (error) {
    throw refundError({
      code: "refund_in_progress",
      message: `Somebody else is changing ${lock.order_id}: ${toError(error).message}`,
    })
  }
}

/** Null for what is no refusal, or one that passes by itself. */
function refusalCode(error: unknown): RefundErrorCode | null {
  const code =
    typeof error === "object" && error !== null && "code" in error
      ? refundErrorCode(error.code)
      : null
  return code === "refund_in_progress" ? null : code
}
