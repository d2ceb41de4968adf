import type { MedusaResponse } from "@medusajs/framework/http"
import type { AdminOrderEditResponse } from "../../../../../types"
import { editOrderWorkflow } from "../../../../../workflows/edit-order"
import { retrieveOrderEdit } from "../../../../../workflows/edit-order/lib/retrieve-order-edit"
import { idempotencyKey } from "../../../../utils/idempotency-key"
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
