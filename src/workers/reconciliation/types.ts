import type { ResolvedRefundPluginOptions } from "../../modules/refunds/options"
import type { Pace } from "../../stripe"
import type { RefundReconciliationDTO } from "../../types"

export type Lane = NonNullable<RefundReconciliationDTO["lane"]>

/** One running reconciliation, as its lanes see it. */
export type Run = {
  id: string
  /** Since when Stripe's lists are read. */
  since: Date
  /** No call to Stripe is made outside of it. */
  pace: Pace
  options: ResolvedRefundPluginOptions
  /** Payments that were read in this run. One reading is enough. */
  seen: Set<string>
}
