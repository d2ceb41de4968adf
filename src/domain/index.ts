export * from "./currency"
export * from "./errors"
export * from "./gateway-outcome"
export {
  fromMinorUnits,
  payableAsTaken,
  formatPayable,
  toMinorUnits,
} from "./money"
export { planRefund } from "./plan-refund"
export * from "./plan-types"
export * from "./refund-transaction-status"
export * from "./refundable-lines"
