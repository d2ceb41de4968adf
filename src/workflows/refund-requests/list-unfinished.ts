import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundRequestRecord } from "../../modules/refund-requests/types"
import { requestsModule } from "./requests-module"

/** Somebody may still be at work on what is younger. */
const YOUNG_MS = 60_000

/** Approved requests that nobody works on any more. */
export const listUnfinishedRequests = (
  container: MedusaContainer,
  now: Date
): Promise<RefundRequestRecord[]> =>
  requestsModule(container).requests.listUnfinished(
    new Date(now.getTime() - YOUNG_MS)
  )
