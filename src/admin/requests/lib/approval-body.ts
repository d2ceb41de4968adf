import type { AdminApproveRefundRequest, RefundRequest } from "../../../types"
import { expectsReturn, type RefundForm } from "../../lib/refund-form"
import { toPlanRequest } from "../../lib/refund-request"

/**
 * What the form asks for, with what was proposed beside its fields: how far a
 * refund may fall short of its lines has none.
 */
export const approvedRequest = (
  form: RefundForm,
  { limit_to_payments }: Pick<RefundRequest, "limit_to_payments">
): RefundRequest => ({
  ...toPlanRequest(form),
  ...(limit_to_payments ? { limit_to_payments } : {}),
})

/** The body of an approval, but for the plan that the merchant saw. */
export const approvalBody = (
  form: RefundForm,
  request: RefundRequest
): AdminApproveRefundRequest => ({
  request,
  ...(form.location_id && expectsReturn(form)
    ? { location_id: form.location_id }
    : {}),
  ...(form.customer_note.trim() ? { note: form.customer_note.trim() } : {}),
})
