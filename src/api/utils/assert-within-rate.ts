import type { MedusaRequest } from "@medusajs/framework/http"
import { refundError } from "../../workflows/common/refund-error"
import { refundsModule } from "../../workflows/common/refunds-module"
import { isWithinRate } from "../../workflows/refund-requests"

const HOUR_SECONDS = 60 * 60

/**
 * Holds one IP address to the rate of the options. Behind a proxy, Express must
 * trust it to know the address (`trust proxy`).
 *
 * @throws too_many_requests
 */
export async function assertWithinRate(req: MedusaRequest): Promise<void> {
  const { perIpAndHour } = refundsModule(req.scope).options.requests.access
  const isAllowed = await isWithinRate(
    req.scope,
    "guests:ip",
    req.ip ?? "unknown",
    { most: perIpAndHour, seconds: HOUR_SECONDS }
  )
  if (!isAllowed) {
    throw refundError({
      code: "too_many_requests",
      message: `More than ${perIpAndHour} requests in an hour. Try again later.`,
    })
  }
}
