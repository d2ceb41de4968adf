/** The version that answers are shaped by, and that a request without one has. */
export const API_VERSION = "2026-10-28.endive"

/** Before this version refunds of charges had no events of their own. */
const REFUND_EVENTS_SINCE = "2024-10-28"

/** Before this version Stripe made a refund of what an authorisation released. */
const RELEASES_WITHOUT_REFUND_SINCE = "2025-03-31"

/** Whether `refund.*` tells such an endpoint of refunds; else only `charge.*`. */
export const hasRefundEvents = (version: string): boolean =>
  version >= REFUND_EVENTS_SINCE

/**
 * Whether a request of this version that cancels or partly captures an
 * authorisation makes a refund of money that was never taken.
 * Source: docs.stripe.com/changelog/basil/2025-03-31/remove-refund-from-partial-capture-and-payment-cancellation-flow
 */
export const refundsReleases = (version: string): boolean =>
  version < RELEASES_WITHOUT_REFUND_SINCE
