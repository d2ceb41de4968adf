export * from "./medusa-order"
export { readOrder } from "./read-order"
export {
  cancelUnfinishedCreditLine,
  creditOf,
  entriesOf,
  RELEASE_REFERENCE,
  removeOrderTransactions,
  writeCreditLine,
  writeOrderTransactions,
} from "./order-books"
export type { OrderReference } from "./credit-line-references"
export { cancelOrderItems } from "./cancel-items"
export { settleSummary, writeCapture } from "./capture-books"
export { writeCancelledPayment } from "./capture-cancelled"
export { writeHeldAmounts } from "./capture-held-amounts"
export { findThroughProvider, releaseThroughProvider } from "./capture-provider"
export type { ProviderRelease } from "./capture-provider"
export { readHeldPayments } from "./capture-read-payments"
export type { HeldPayment, HeldPayments } from "./capture-read-payments"
export {
  cancelUnfinishedRelease,
  releasedParts,
  removeShippingMethods,
} from "./capture-release-changes"
export { captureModule } from "./undocumented-captures"
export { cancelOrderInMedusa } from "./cancel-order"
export { removeEmptyCreditLine } from "./empty-credit-line"
export { removeIdleCollections } from "./idle-collections"
export { openReturn, undoReturn } from "./open-return"
export { trimReservations } from "./reservations"
export { cancelUnfinishedChange } from "./unfinished-change"
export { dueAmount, updateUnpaidCollection } from "./unpaid-collection"
export { removeRefundRows, writeRefundRows } from "./payment-books"
export { hasPaymentProvider } from "./payment-providers"
export { refundThroughProvider } from "./provider-refund"
export { assertLedgerCalls, missingLedgerCalls } from "./self-check"
export {
  announceOrderEdit,
  confirmOrderEdit,
  discardOrderEdit,
  openOrderEdit,
} from "./order-edit-change"
export type { AskedOrderEdit, OpenOrderEdit } from "./order-edit-change"
export type { AddedUnits } from "./order-edit-additions"
export {
  bookCharge,
  hasSession,
  paymentOfSession,
  prepareCharge,
} from "./order-edit-charge"
export {
  collectFromCustomer,
  endSession,
  openSessions,
  waitingCollection,
} from "./order-edit-collection"
export {
  changeOfEdit,
  ordersWithLeftovers,
  removeLeftovers,
} from "./order-edit-leftovers"
export { planStock, releaseStock, reserveStock } from "./order-edit-stock"
export type { StockPlan, UnitsToReserve } from "./order-edit-stock"
export { previewTotals } from "./order-edit-totals"
export type { OrderTotals } from "./order-edit-totals"
