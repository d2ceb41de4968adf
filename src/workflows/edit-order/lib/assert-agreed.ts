import type { RefundErrorCode } from "../../../domain"
import type { OrderEditPreview } from "../../../types"
import { refundError, type RefundError } from "../../common/refund-error"
import type { EditOrderInput } from "../types"

/**
 * Makes sure that the edit does what the merchant saw.
 *
 * @throws plan_changed
 */
export function assertSeen(
  { order_id, preview_hash }: EditOrderInput,
  preview: OrderEditPreview
): void {
  if (preview_hash && preview_hash !== preview.hash) {
    throw refundError({
      code: "plan_changed",
      message: `${order_id} changed since the preview: its total would now be ${preview.after.total} ${preview.currency_code.toUpperCase()}. Look at the new preview and confirm it.`,
      details: { order_edit_preview: preview },
    })
  }
}

/**
 * Makes sure that a request that is sent twice is known again where it would
 * add goods, or charge, twice. A preview is of one version of the order.
 *
 * @throws invalid_request
 */
export function assertKnownAgain(
  { order_id, request, idempotency_key, preview_hash }: EditOrderInput,
  { lines, settlement }: OrderEditPreview
): void {
  const adds = lines.some(
    ({ before, after }) => after.quantity > before.quantity
  )
  const charges =
    request.settle === "charge" ||
    request.payment_method_id !== null ||
    settlement.kind === "charge"
  if (!idempotency_key && !preview_hash && (adds || charges)) {
    throw refundError({
      code: "invalid_request",
      message: `This edit of ${order_id} adds goods or charges the customer. Send an Idempotency-Key, or the preview_hash of its preview, so that a repeat is not a second edit.`,
      details: { field: "Idempotency-Key" },
    })
  }
}

/** What an order can be refused for only after it was previewed. */
const OF_THE_ORDER: RefundErrorCode[] = ["item_not_found", "invalid_request"]

/**
 * The refusal of an edit that was previewed: what fitted the order then and does
 * not fit it now was changed by somebody else meanwhile.
 */
export function refusalOf(
  { order_id, preview_hash }: EditOrderInput,
  error: unknown
): unknown {
  const refusal = error as Partial<RefundError> | null | undefined
  return preview_hash && refusal?.code && OF_THE_ORDER.includes(refusal.code)
    ? refundError({
        code: "plan_changed",
        message: `${order_id} changed since the preview: ${refusal.message}`,
        details: { code: refusal.code },
      })
    : error
}
