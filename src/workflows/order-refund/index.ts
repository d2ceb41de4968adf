export * from "./assign-order-refund"
export * from "./cancel-order-refund"
export * from "./create-order-refund"
export * from "./create-order-refunds"
export * from "./finish-order-refund"
export * from "./plan-order-refund"
export * from "./resolve-order-refund"
export * from "./retry-order-refund"
export * from "./settle-order-refund"
export * from "./withdraw-order-refund"
export * from "./steps/create-order-refunds"
export * from "./steps/emit-order-refund-events"
export * from "./steps/move-goods"
export * from "./steps/refuse-declined-refund"
export * from "./steps/reserve-order-refund"
export * from "./steps/resolve-refund-transactions"
export * from "./steps/submit-refund-transactions"
export { planAssignment } from "./plan-assignment"
export { refundOrders } from "./refund-orders"
export { readBackDeclined } from "./read-back-declined"
export {
  createRequestHash,
  gatewayOptions,
  newTransaction,
  toReservation,
} from "./reservation"
export * from "./types"
