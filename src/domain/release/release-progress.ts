import type { OrderReleaseStatus, ReleasePaymentStatus } from "./release-types"

/** A release, as far as its payments have come. */
type Progress = {
  payments: readonly { status: ReleasePaymentStatus }[]
}

const some = (
  { payments }: Progress,
  ...statuses: ReleasePaymentStatus[]
): boolean => payments.some(({ status }) => statuses.includes(status))

/** Whether a provider did something that nothing of ours takes back. */
export const hasReleasedMoney = (release: Progress): boolean =>
  some(release, "succeeded")

/** Whether a provider may have done something. */
export const isOutcomeOpen = (release: Progress): boolean =>
  some(release, "submitting", "unknown")

/** Whether every payment has come to its end. */
export const isReleaseComplete = (release: Progress): boolean =>
  hasReleasedMoney(release) &&
  !isOutcomeOpen(release) &&
  !some(release, "reserved")

/** Whether nothing happened, and nothing will: it is to be undone. */
export const hasReleaseDoneNothing = (release: Progress): boolean =>
  !hasReleasedMoney(release) && !isOutcomeOpen(release)

/** How a release whose payments have come to their end ended. */
export const endStatus = (release: Progress): OrderReleaseStatus =>
  some(release, "failed") ? "partially_failed" : "succeeded"

/**
 * Captures first: an authorisation may have expired, and as long as nothing was
 * captured or cancelled everything can be undone.
 */
export const inOrderOfRisk = <Payment extends { action: "capture" | "cancel" }>(
  payments: readonly Payment[]
): Payment[] => [
  ...payments.filter(({ action }) => action === "capture"),
  ...payments.filter(({ action }) => action === "cancel"),
]
