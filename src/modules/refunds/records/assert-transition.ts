import { MedusaError } from "@medusajs/framework/utils"
import {
  canTransition,
  type ProviderRequestKind,
  type ProviderRequestStatus,
} from "../../../domain"

/**
 * Lets a request to a payment provider change its state, or stay: a repeat is
 * noted without a change.
 *
 * @throws unexpected_state for what no request of its kind does: a fault of ours
 */
export function assertTransition(
  { kind, id }: { kind: ProviderRequestKind; id: string },
  from: ProviderRequestStatus,
  to: ProviderRequestStatus
): void {
  if (from !== to && !canTransition(kind, from, to)) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `The request ${id} to ${kind} cannot go from ${from} to ${to}.`
    )
  }
}
