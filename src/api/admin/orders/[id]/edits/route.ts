import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderEditResponse } from "../../../../../types"
import { editOrderWorkflow } from "../../../../../workflows/edit-order"
import { retrieveOrderEdit } from "../../../../../workflows/edit-order/lib/retrieve-order-edit"
import { refundError } from "../../../../../workflows/order-refund/lib/refund-error"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRoute } from "../../../../utils/refund-route"
import { userId } from "../../../../utils/user-id"
import { editOrderSchema, toRequest } from "./validators"

/**
 * Edits the order and settles the money. 200: the edit is done, and its
 * settlement says how far the money is. 202: the outcome is not known yet.
 */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminOrderEditResponse>) => {
    const body = parseRequest(editOrderSchema, req.body)
    const { result } = await editOrderWorkflow(req.scope).run({
      input: {
        order_id: req.params.id as string,
        request: toRequest(body),
        note: body.note ?? null,
        refund_reason_id: body.refund_reason_id ?? null,
        preview_hash: body.preview_hash ?? null,
        idempotency_key: idempotencyKey(req),
        created_by: userId(req),
      },
    })
    const order_edit = await retrieveOrderEdit(req.scope, result.order_edit_id)
    res
      .status(order_edit.settlement.status === "processing" ? 202 : 200)
      .json({ order_edit })
  }
)

function idempotencyKey(req: MedusaRequest): string | null {
  const key = req.get("Idempotency-Key")
  if (key !== undefined && (!key.trim() || key.length > 255)) {
    throw refundError({
      code: "invalid_request",
      message: "The Idempotency-Key must have 1 to 255 characters.",
      details: { field: "Idempotency-Key" },
    })
  }
  return key ?? null
}
