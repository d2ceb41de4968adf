import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderLock } from "../../common/order-lock"
import { toError } from "../../common/to-error"
import { withBooks } from "../../common/with-books"
import { getOrderRelease } from "../../common/get-order-release"
import { isReleaseComplete, hasReleaseDoneNothing } from "../../../domain"
import { releaseRequest } from "../../gateway/release-request"
import { resolveRequest } from "../../gateway/resolve-request"
import { submitRelease } from "./submit-release"
import { undoRelease } from "./undo-release"
import { writeReleaseBooks } from "./write-release-books"

/**
 * Writes the books of a release whose payments have come to their end; a failure
 * is logged and finished later by the job, it never undoes anything.
 */
export async function writeReleaseBooksSafely(
  container: MedusaContainer,
  releaseId: string,
  actor: string
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const release = await getOrderRelease(container, releaseId)
  if (release.status === "failed" || !isReleaseComplete(release)) {
    return
  }
  try {
    const complete = await withBooks(container, release.order_id, () =>
      writeReleaseBooks(container, release, actor)
    )
    if (!complete) {
      logger.info(
        `The books of order release ${releaseId} follow when the open change of ${release.order_id} is closed, or another process is done with them.`
      )
    }
  } catch (error) {
    logger.error(
      `The books of order release ${releaseId} could not be written; the job finishes them.`,
      toError(error)
    )
  }
}

/**
 * Finishes a release that a crash or a lost answer left half done: undoes it where
 * nothing was captured or cancelled, goes on where something was. The caller
 * holds the order's lock. Running it on a finished one changes nothing.
 */
export async function finishRelease(
  container: MedusaContainer,
  releaseId: string,
  lock: OrderLock,
  actor: string
): Promise<void> {
  const { payments } = await getOrderRelease(container, releaseId)
  for (const payment of payments) {
    if (payment.status === "submitting" || payment.status === "unknown") {
      await resolveRequest(
        releaseRequest(container, payment, actor),
        new Date()
      )
    }
  }
  const release = await getOrderRelease(container, releaseId)
  if (hasReleaseDoneNothing(release)) {
    await undoRelease(container, releaseId, actor)
    return
  }
  if (release.payments.every(({ status }) => status !== "unknown")) {
    await submitRelease(container, releaseId, lock, actor)
  }
  await writeReleaseBooksSafely(container, releaseId, actor)
}
