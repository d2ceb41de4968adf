import type { MedusaContainer } from "@medusajs/framework/types"
import { cameToNothing } from "../../../domain"
import { assertSameRequest } from "../../common/assert-same-request"
import { refundsModule } from "../../common/refunds-module"
import type { CreateOrderReleaseInput, ReservedOrderRelease } from "../types"
import { releaseRequestHash } from "./reservation"

/**
 * The release that this idempotency key made before. One that came to nothing
 * answers nothing: the same request is tried again.
 *
 * @throws idempotency_key_reused
 */
export async function findReplay(
  container: MedusaContainer,
  input: CreateOrderReleaseInput
): Promise<ReservedOrderRelease | null> {
  const { idempotency_key } = input
  const first = idempotency_key
    ? await refundsModule(container).releases.find({ idempotency_key })
    : null
  if (!first) {
    return null
  }
  if (cameToNothing(first.status === "failed", first.payments)) {
    await refundsModule(container).releases.freeKey(first, "workflow")
    return null
  }
  assertSameRequest("release", first, releaseRequestHash(input))
  return {
    order_release_id: first.id,
    order_id: first.order_id,
    replayed: true,
  }
}
