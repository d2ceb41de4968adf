import type { MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminRefundReconciliationListResponse,
  AdminRefundReconciliationResponse,
} from "../../../types"
import { refundsModule } from "../../../workflows/common/refunds-module"
import { startReconciliation } from "../../../workers/reconciliation"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { userId } from "../../utils/user-id"
import { emptySchema } from "../order-refunds/validators"
import { listReconciliationsSchema } from "./validators"

/** The comparisons with Stripe, newest first. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminRefundReconciliationListResponse>) => {
    const { limit, offset } = parseRequest(listReconciliationsSchema, req.query)
    const [refund_reconciliations, count] = await refundsModule(
      req.scope
    ).reconciliations.listAndCount({}, { take: limit, skip: offset })
    res.json({ refund_reconciliations, count, offset, limit })
  }
)

/**
 * Compares the store with Stripe now. 202: it goes on after the answer, and
 * `GET` shows how far it is. While one is running the answer is that one.
 */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminRefundReconciliationResponse>) => {
    parseRequest(emptySchema, req.body)
    const { reconciliation } = await startReconciliation(req.scope, {
      trigger: "manual",
      started_by: userId(req),
    })
    res.status(202).json({
      refund_reconciliation: {
        ...reconciliation,
        entries: [],
        unmatched_refunds: [],
      },
    })
  }
)
