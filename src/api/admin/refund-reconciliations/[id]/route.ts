import type { MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"
import type { AdminRefundReconciliationResponse } from "../../../../types"
import { refundsModule } from "../../../../workflows/common/refunds-module"
import { refundRoute } from "../../../utils/refund-route"

/** One comparison with its report. */
export const GET = refundRoute(
  async (req, res: MedusaResponse<AdminRefundReconciliationResponse>) => {
    const service = refundsModule(req.scope)
    const id = String(req.params.id)
    const [[found]] = await service.reconciliations.listAndCount(
      { id },
      { take: 1, skip: 0 }
    )
    if (!found) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Reconciliation ${id} does not exist.`
      )
    }
    const entries = await service.reconciliations.readEntries(id)
    const unmatched_refunds =
      await service.reconciliations.readUnmatchedRefunds(id)
    res.json({
      refund_reconciliation: { ...found, entries, unmatched_refunds },
    })
  }
)
