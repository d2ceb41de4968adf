import type { StoreRefundOptionsResponse } from "../../../../../types"
import { refundOptionsOfOrder } from "../../../../../queries/refund-options"
import { customerRoute } from "../../../../utils/customer-route"

/** What the customer may ask for now, until when, and why not. */
export const GET = customerRoute<StoreRefundOptionsResponse>(
  "read",
  async (req, res, orderId) => {
    res.json({
      refund_options: await refundOptionsOfOrder(
        req.scope,
        orderId,
        new Date()
      ),
    })
  }
)
