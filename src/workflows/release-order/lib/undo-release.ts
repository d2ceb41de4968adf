import type { MedusaContainer } from "@medusajs/framework/types"
import { writeHeldAmounts } from "../../../ledger"
import type { OrderReleaseRecord } from "../../../modules/refunds/order-release-record"
import { refundsModule } from "../../common/refunds-module"
import { getOrderRelease } from "../../common/get-order-release"
import { hasReleaseDoneNothing } from "../../../domain"

/** Lowers Medusa's amounts to what is captured, before it is captured. */
export const lowerHeldAmounts = (
  container: MedusaContainer,
  { kind, payments, collections }: OrderReleaseRecord
): Promise<void> =>
  writeHeldAmounts(container, {
    payments:
      kind === "void"
        ? []
        : payments
            .filter(({ action }) => action === "capture")
            .map(({ payment_id: id, capture_amount: amount }) => ({
              id,
              amount,
            })),
    collections: collections.map(({ id, after: amount }) => ({ id, amount })),
  })

/**
 * Takes a release back of which nothing happened: Medusa's amounts are as before,
 * and the order can be released or captured again. Once a provider did
 * something, or may have, nothing is undone.
 */
export async function undoRelease(
  container: MedusaContainer,
  releaseId: string,
  actor: string
): Promise<void> {
  const release = await getOrderRelease(container, releaseId)
  if (release.status === "failed" || !hasReleaseDoneNothing(release)) {
    return
  }
  await writeHeldAmounts(container, {
    payments:
      release.kind === "void"
        ? []
        : release.payments.map(({ payment_id: id, medusa_amount: amount }) => ({
            id,
            amount,
          })),
    collections: release.collections.map(({ id, before: amount }) => ({
      id,
      amount,
    })),
  })
  await refundsModule(container).releases.end(releaseId, {
    status: "failed",
    booked: false,
    audit: { actor, action: "undone" },
  })
}
