export { cancelStripeRefund } from "./cancel-refund"
export { findStripeRelease, sendStripeRelease } from "./capture-payment"
export type { StripeReleaseRequest } from "./capture-payment"
export { stripeClient, STRIPE_API_VERSION } from "./client"
export type { StripeClientOptions } from "./client"
export { createStripeRefund } from "./create-refund"
export type { StripeRefundRequest } from "./create-refund"
export {
  listDisputesPage,
  listPaymentDisputes,
  retrieveDispute,
} from "./disputes"
export type { StripeDisputeState } from "./disputes"
export { findStripeRefund } from "./find-refund"
export {
  listPaymentRefunds,
  listRefundsPage,
  retrieveRefund,
} from "./list-refunds"
export { findObjectPayment } from "./object-payment"
export type { StripeObjectPayment } from "./object-payment"
export { createPace } from "./pace"
export type { Pace } from "./pace"
export { cancelIntent, confirmOffSession, readIntent } from "./payment-intent"
export type { Decline, IntentState } from "./payment-intent"
export { paymentMethodType } from "./payment-method"
export { refundTarget } from "./refund-target"
export type { StripeRefundTarget } from "./refund-target"
export { findRequestKey } from "./request-key"
export { listSavedCards } from "./saved-cards"
export type { StripeSavedCard } from "./saved-cards"
export { readTakenAmount } from "./taken-amount"
export { toldRefund } from "./told-refund"
export { verifyStripeEvent } from "./verify-event"
export type { StripeEventHint } from "./verify-event"
