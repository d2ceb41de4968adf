export { keptDiscount, unitsValue } from "./line-value"
export {
  foreignPayments,
  inOtherCurrency,
  isForeign,
  paymentRefusal,
} from "./payment-split"
export { planRefund } from "./plan-refund"
export type * from "./plan-types"
export * from "./refundable-lines"
