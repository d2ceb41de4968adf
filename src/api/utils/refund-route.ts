import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { assertMigrated } from "../../workflows/common/assert-migrated"
import { asRefundError } from "../../workflows/common/refund-error"
import { completeMedusasAnswer } from "./complete-answer"
import { refuseUnstorableText } from "./parse-request"

/**
 * Lets an expected failure reach the error handler, the store's or Medusa's, as
 * a `MedusaError` with `code` and `details`. Medusa's answers with all of them.
 */
export const refundRoute =
  <Request extends MedusaRequest>(
    handler: (req: Request, res: MedusaResponse) => Promise<void>
  ) =>
  async (req: Request, res: MedusaResponse): Promise<void> => {
    try {
      await assertMigrated(req.scope)
      refuseUnstorableText(req.params)
      await handler(req, res)
    } catch (error) {
      const expected = asRefundError(error)
      if (expected) {
        completeMedusasAnswer(res, expected)
      }
      throw expected ?? error
    }
  }
