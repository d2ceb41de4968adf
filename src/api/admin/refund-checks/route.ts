import type { MedusaResponse } from "@medusajs/framework/http"
import type {
  AdminRefundCheckResponse,
  RefundCheckFinding,
} from "../../../types"
import { checkBooks } from "../../../workers/doctor"
import { parseRequest } from "../../utils/parse-request"
import { refundRoute } from "../../utils/refund-route"
import { createRefundCheckSchema } from "./validators"

/** An answer comes before a proxy gives up, and is small enough to be shown. */
const MAX_MS = 10_000
const MAX_ORDERS = 200
const MAX_FINDINGS = 500
/** Before the first order: the ids of Medusa's orders begin with it. */
const FIRST_ORDER = "order_"

/**
 * Checks the books of some orders and says where to go on. Nothing is kept
 * between two calls, so it does not matter which instance answers, or whether
 * somebody stops half way.
 */
export const POST = refundRoute(
  async (req, res: MedusaResponse<AdminRefundCheckResponse>) => {
    const input = parseRequest(createRefundCheckSchema, req.body)
    const until = Date.now() + MAX_MS
    const findings: RefundCheckFinding[] = []
    let orders = 0
    let next: string | null = null
    for await (const checked of checkBooks(req.scope, input)) {
      findings.push(...checked.findings)
      orders += checked.order_id ? 1 : 0
      const isFull =
        Date.now() > until ||
        orders >= MAX_ORDERS ||
        findings.length >= MAX_FINDINGS
      if (isFull && !input.order_id) {
        next = checked.order_id ?? FIRST_ORDER
        break
      }
    }
    res.json({ refund_check: { orders, findings, next } })
  }
)
