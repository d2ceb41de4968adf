export * from "./sync-stripe-payment"
export { recordNativeRefund } from "./record-native-refund"
export { announceSyncedRefundsStep } from "./steps/announce-synced-refunds"
export { applyStripePayment } from "./lib/apply-stripe-payment"
export {
  findPaymentIds,
  findPayments,
  type StorePayment,
} from "./lib/find-payment"
export { followPayments } from "./lib/follow-payments"
export { isUpToDate, newDisputes, newRefunds } from "./lib/is-up-to-date"
export { ownRefunds } from "./lib/own-refunds"
export { readOrderBooks } from "./lib/read-order-books"
export {
  readStripePayment,
  type StripePayment,
} from "./lib/read-stripe-payment"
export * from "./types"
