export * from "./medusa-order"
export { readOrder } from "./read-order"
export {
  cancelUnfinishedCreditLine,
  creditOf,
  entriesOf,
  removeOrderTransactions,
  writeCreditLine,
  writeOrderTransactions,
} from "./order-books"
export type { OrderReference } from "./order-books"
export { removeRefundRows, writeRefundRows } from "./payment-books"
export { refundThroughProvider } from "./provider-refund"
export { assertLedgerCalls, missingLedgerCalls } from "./self-check"
