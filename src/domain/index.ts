export * from "./business-days"
export * from "./currency"
export * from "./errors"
export * from "./gateway-outcome"
export { keptDiscount, unitsValue } from "./line-value"
export * from "./line-without-units"
export * from "./match-goods"
export * from "./match-refunds"
export {
  fromMinorUnits,
  payableAsTaken,
  formatAmount,
  formatPayable,
  smallestAmount,
  toMinorUnits,
  isTooLarge,
} from "./money"
export { shownDecimal, withoutNoise } from "./exact-decimal"
export { overdueMethod, paymentMethodRule } from "./payment-method-rules"
export {
  foreignPayments,
  inOtherCurrency,
  isForeign,
  paymentRefusal,
} from "./payment-split"
export { planRefund } from "./plan-refund"
export { planRelease } from "./plan-release"
export { creditWithKept, keptLines, partsToTakeOff } from "./plan-release-kept"
export { releaseRounding } from "./plan-release-value"
export * from "./plan-types"
export * from "./refund-owner"
export * from "./refund-details"
export * from "./came-to-nothing"
export * from "./refund-transaction-status"
export * from "./refundable-lines"
export * from "./release-types"
export * from "./withdraw-lines"
