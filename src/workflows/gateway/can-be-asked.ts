import type { MedusaContainer } from "@medusajs/framework/types"
import type { RefundTransactionRecord } from "../../domain"
import { stripeFor } from "../common/refunds-module"

/**
 * Whether we can find out by ourselves what became of a request. Stripe lists
 * its refunds; Medusa's manual provider moves no money, so it may be repeated.
 * Of every other provider only a person can say.
 */
export const canBeAsked = (
  container: MedusaContainer,
  {
    provider_id,
    request,
  }: Pick<RefundTransactionRecord, "provider_id" | "request">
): boolean =>
  provider_id.startsWith("pp_system") ||
  Boolean(request.target && stripeFor(container, provider_id))
