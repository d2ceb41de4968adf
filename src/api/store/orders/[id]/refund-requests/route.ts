import type {
  StoreRefundRequestListResponse,
  StoreRefundRequestResponse,
} from "../../../../../types"
import {
  listStoreRequests,
  retrieveStoreRequest,
} from "../../../../../queries/refund-requests"
import {
  approveByPolicy,
  createRefundRequestWorkflow,
} from "../../../../../workflows/refund-requests"
import { customerRoute } from "../../../../utils/customer-route"
import { idempotencyKey } from "../../../../utils/idempotency-key"
import { parseRequest } from "../../../../utils/parse-request"
import { createRefundRequestSchema } from "./validators"

/** The requests of the customer's order, newest first. */
export const GET = customerRoute<StoreRefundRequestListResponse>(
  "read",
  async (req, res, orderId) => {
    res.json({ refund_requests: await listStoreRequests(req.scope, orderId) })
  }
)

/** Asks for a refund, or withdraws from the contract. */
export const POST = customerRoute<StoreRefundRequestResponse>(
  "request",
  async (req, res, orderId) => {
    const body = parseRequest(createRefundRequestSchema, req.body)
    const key = idempotencyKey(req)
    const { result } = await createRefundRequestWorkflow(req.scope).run({
      input: {
        ...body,
        order_id: orderId,
        // A customer's key is their own: nobody else's can be the same.
        idempotency_key: key && `${orderId}:${key}`,
      },
    })
    await approveByPolicy(req.scope, result.id)
    res.status(result.replayed ? 200 : 201).json({
      refund_request: await retrieveStoreRequest(req.scope, orderId, result.id),
    })
  }
)
