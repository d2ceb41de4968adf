import type { OrderRefundRecord } from "../../../modules/refunds/types"

/**
 * Whether Medusa made this refund by itself, and wrote its books in its own way:
 * its workflow called by another plugin, or its route left as it is. What its
 * button asks of us has a plan, as everything that we make.
 */
export const isMedusasOwn = ({
  source,
  plan_hash,
}: Pick<OrderRefundRecord, "source" | "plan_hash">): boolean =>
  source === "medusa" && plan_hash === null
