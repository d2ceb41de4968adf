export * from "./business-days"
export * from "./money/currency"
export * from "./errors"
export * from "./gateway/gateway-outcome"
export { keptDiscount, unitsValue } from "./plan/line-value"
export * from "./books/line-without-units"
export * from "./books/match-goods"
export * from "./gateway/match-refunds"
export {
  fromMinorUnits,
  payableAsTaken,
  formatAmount,
  formatPayable,
  smallestAmount,
  toMinorUnits,
  isTooLarge,
} from "./money/money"
export { shownDecimal, withoutNoise } from "./money/exact-decimal"
export {
  overdueMethod,
  paymentMethodRule,
} from "./gateway/payment-method-rules"
export {
  foreignPayments,
  inOtherCurrency,
  isForeign,
  paymentRefusal,
} from "./plan/payment-split"
export { planRefund } from "./plan/plan-refund"
export { planRelease } from "./release/plan-release"
export {
  creditWithKept,
  keptLines,
  partsToTakeOff,
} from "./release/plan-release-kept"
export { releaseRounding } from "./release/plan-release-value"
export * from "./plan/plan-types"
export * from "./gateway/refund-owner"
export * from "./gateway/refund-details"
export * from "./gateway/came-to-nothing"
export * from "./gateway/refund-transaction-status"
export * from "./plan/refundable-lines"
export * from "./release/release-types"
export * from "./books/withdraw-lines"
