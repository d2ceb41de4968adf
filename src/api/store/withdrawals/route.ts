import type { MedusaResponse } from "@medusajs/framework/http"
import type { StoreWithdrawalResponse } from "../../../types"
import { declareWithdrawalWorkflow } from "../../../workflows/refund-requests"
import { assertWithinRate } from "../../utils/assert-within-rate"
import { keepPrivate } from "../../utils/customer-route"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { withdrawalSchema } from "./validators"

/**
 * Takes a withdrawal from a contract. What is answered, and mailed, depends on what
 * was typed and on the time alone: it tells nobody which orders exist.
 */
export const POST = refundRoute(
  async (req, res: MedusaResponse<StoreWithdrawalResponse>) => {
    keepPrivate(req, res)
    const input = parseRequest(withdrawalSchema, req.body)
    await assertWithinRate(req)
    const { result } = await declareWithdrawalWorkflow(req.scope).run({ input })
    res.status(201).json({
      withdrawal: {
        received_at: result.received_at,
        receipt: result.receipt ?? "",
        receipt_sha256: result.receipt_sha256 ?? "",
      },
    })
  }
)
