import type { MedusaContainer } from "@medusajs/framework/types"
import { cameToNothing } from "../../domain"
import { assertSameRequest } from "../common/assert-same-request"
import { refundsModule } from "../common/refunds-module"
import { createRequestHash } from "./reservation"
import type { CreateOrderRefundInput, ReservedOrderRefund } from "./types"

/**
 * The refund that this idempotency key made before. One that came to nothing
 * answers nothing: the same request is tried again, with keys of its own at
 * Stripe.
 *
 * @throws idempotency_key_reused
 */
export async function findReplay(
  container: MedusaContainer,
  input: CreateOrderRefundInput
): Promise<ReservedOrderRefund | null> {
  const { idempotency_key } = input
  const first = idempotency_key
    ? await refundsModule(container).orderRefunds.find({ idempotency_key })
    : null
  if (!first) {
    return null
  }
  if (cameToNothing(first.revoked_at !== null, first.transactions)) {
    await refundsModule(container).orderRefunds.freeKey(first.id, "workflow")
    return null
  }
  assertSameRequest("refund", first, createRequestHash(input))
  return { order_refund_id: first.id, order_id: first.order_id, replayed: true }
}
