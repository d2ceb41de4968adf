import type {
  AuthenticatedMedusaRequest,
  MedusaResponse,
} from "@medusajs/framework/http"
import { refundsModule } from "../../workflows/common/refunds-module"
import { refundRoute } from "./refund-route"

type Handler<Body> = (
  req: AuthenticatedMedusaRequest<Body>,
  res: MedusaResponse
) => Promise<void>

/**
 * A route file at the path of one of Medusa's: everything that Medusa and the
 * store have set before that path still runs, and a route file of the store
 * takes the place of ours.
 *
 * @param medusas Medusa's own handler, for `nativeRefundRoute: "core"`
 */
export const nativeRoute = <Body>(
  medusas: Handler<Body>,
  ours: Handler<Body>
): Handler<Body> => {
  const safe = refundRoute(ours)
  return (req, res) =>
    refundsModule(req.scope).options.nativeRefundRoute === "core"
      ? medusas(req, res)
      : safe(req, res)
}
