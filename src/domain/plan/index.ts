export { keptDiscount, unitsValue } from "./line-value"
export {
  foreignPayments,
  inOtherCurrency,
  isForeign,
  paymentRefusal,
} from "./payment-split"
export { planRefund } from "./plan-refund"
export * from "./plan-types"
export * from "./refundable-lines"
