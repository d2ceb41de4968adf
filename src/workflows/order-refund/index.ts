export * from "./create-order-refund"
export * from "./settle-order-refund"
export * from "./steps/acquire-order-lock"
export * from "./steps/emit-order-refund-events"
export * from "./steps/refuse-declined-refund"
export * from "./steps/release-order-lock"
export * from "./steps/reserve-order-refund"
export * from "./steps/resolve-refund-transactions"
export * from "./steps/submit-refund-transactions"
export * from "./steps/write-refund-books"
export * from "./types"
export {
  OrderRefundEvents,
  type OrderRefundEventName,
} from "./lib/refund-events"
export type { RefundError } from "./lib/refund-error"
