import type { MedusaContainer } from "@medusajs/framework/types"
import type { StoreRefundPolicyResponse } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"

/** The shop's policy in its own words, and which version of the rules is in force. */
export function refundPolicyText(
  container: MedusaContainer
): StoreRefundPolicyResponse["refund_policy"] {
  const { text, version } = refundsModule(container).options.requests.policy
  return { text, version }
}
