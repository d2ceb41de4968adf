import type { AdminCreateOrderRefund, RefundPlan } from "../../types"
import { isRefusal } from "./admin-api-error"
import { newIdempotencyKey } from "./idempotency-key"

/** One refund the merchant means to make, however often it has to be sent. */
export type RefundIntent = {
  asked: string
  /** What the button said. */
  amount: string
  body: AdminCreateOrderRefund
  idempotencyKey: string
}

/**
 * The intent to send for a request. While the outcome of an earlier send is
 * open, the same request sends the very same body and key, even where the
 * preview has changed since: the first send may be what changed it, and a new
 * key would refund a second time.
 */
export function refundIntent(
  open: RefundIntent | null,
  request: AdminCreateOrderRefund,
  plan: Pick<RefundPlan, "hash" | "amount">
): RefundIntent {
  const asked = JSON.stringify(request)
  return open?.asked === asked
    ? open
    : {
        asked,
        amount: plan.amount,
        body: { ...request, plan_hash: plan.hash },
        idempotencyKey: newIdempotencyKey(),
      }
}

/**
 * Whether an error says for sure that this intent moved no money. A lost
 * answer does not, nor does a refund still held up by the first send.
 */
export const endsIntent = (error: unknown): boolean =>
  isRefusal(error) && error.body.code !== "refund_in_progress"
