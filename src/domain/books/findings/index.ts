export { findIn, findOfPayment } from "./find-in"
export { missingCaptures } from "./order-transactions"
export { wrongRows } from "./refund-rows"
export * from "./types"
