export * from "./business-days"
export * from "./currency"
export * from "./errors"
export * from "./gateway-outcome"
export * from "./match-refunds"
export {
  fromMinorUnits,
  payableAsTaken,
  formatAmount,
  formatPayable,
  toMinorUnits,
} from "./money"
export { disputedError } from "./payment-split"
export { planRefund } from "./plan-refund"
export * from "./plan-types"
export * from "./refund-transaction-status"
export * from "./refundable-lines"
export * from "./withdraw-lines"
