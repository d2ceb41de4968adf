import type { MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminOrderEditListResponse,
  AdminOrderEditResponse,
} from "../../../../../types"
import { editOrderWorkflow } from "../../../../../workflows/edit-order"
import {
  listOrderEdits,
  retrieveOrderEdit,
} from "../../../../../queries/order-edits"
import { withAdditionalData } from "../../../../utils/additional-data"
import { chooseFields } from "../../../../utils/choose-fields"
import { idempotencyKey } from "../../../../utils/idempotency-key"
import { pagingSchema } from "../../../../utils/paging"
import { parseRequest } from "../../../../utils/parse-request"
import { refundRoute } from "../../../../utils/refund-route"
import { ORDER_EDIT_FIELDS } from "../../../../utils/shown-fields"
import { userId } from "../../../../utils/user-id"
import { editOrderSchema, toRequest } from "./validators"

/** The edits of the order, newest first, each with its money as it is by now. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminOrderEditListResponse>) => {
    const { fields, ...paging } = parseRequest(pagingSchema, req.query)
    const orderId = req.params.id as string
    const { order_edits, count } = await listOrderEdits(
      req.scope,
      orderId,
      paging
    )
    res.json({
      order_edits: await chooseFields(
        req.scope,
        order_edits,
        ORDER_EDIT_FIELDS,
        fields
      ),
      count,
      ...paging,
    })
  }
)

/**
 * Edits the order and settles the money. 200: the edit is done, and its
 * settlement says how far the money is. 202: the outcome is not known yet.
 *
 * Where it adds goods, raises a quantity or charges, a repeat has to be known
 * again: by an `Idempotency-Key` or a `preview_hash`, else it is refused with
 * `invalid_request`.
 */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminOrderEditResponse>) => {
    const body = parseRequest(
      withAdditionalData(editOrderSchema, req),
      req.body
    )
    const { result } = await editOrderWorkflow(req.scope).run({
      input: {
        order_id: req.params.id as string,
        request: toRequest(body),
        note: body.note ?? null,
        refund_reason_id: body.refund_reason_id ?? null,
        preview_hash: body.preview_hash ?? null,
        idempotency_key: idempotencyKey(req),
        created_by: userId(req),
        additional_data: body.additional_data ?? undefined,
      },
    })
    const order_edit = await retrieveOrderEdit(req.scope, result.order_edit_id)
    res
      .status(order_edit.settlement.status === "processing" ? 202 : 200)
      .json({ order_edit })
  }
)
