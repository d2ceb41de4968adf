export { orderRowsThroughMedusa } from "./books/order-rows-through-medusa"
export { readOrder, toMedusaOrder } from "./books/read-order"
export { readCustomerOrders } from "./books/customer-orders"
export { readOrderCustomer } from "./books/order-customer"
export { NO_ENTRIES } from "./books/books-entries"
export type { BooksEntries } from "./books/books-entries"
export { cancelUnfinishedCreditLine } from "./books/unfinished-credit-line"
export { writeAsRead } from "./books/write-as-read"
export { cancelOrderItems } from "./goods/cancel-items"
export { readMissedChanges } from "./books/missed-changes"
export { settleSummary } from "./books/settle-summary"
export { writeCapture } from "./release/books"
export { writeCancelledPayment } from "./release/cancelled"
export { writeHeldAmounts } from "./release/held-amounts"
export { findThroughProvider, releaseThroughProvider } from "./release/provider"
export type { ProviderRelease } from "./release/provider"
export { readHeldPayments } from "./release/read-payments"
export type { HeldPayment, HeldPayments } from "./release/read-payments"
export {
  cancelUnfinishedRelease,
  releasedParts,
  removeShippingMethods,
} from "./release/release-changes"
export { captureModule } from "./undocumented/undocumented-captures"
export { cancelOrderInMedusa } from "./release/cancel-order"
export { removeEmptyCreditLine } from "./books/empty-credit-line"
export { removeIdleCollections } from "./payments/idle-collections"
export { openReturn, undoReturn } from "./goods/open-return"
export { trimReservations } from "./goods/reservations"
export { cancelUnfinishedChange } from "./goods/unfinished-change"
export { updateUnpaidCollection } from "./payments/unpaid-collection"
export { readPaymentObjects } from "./payments/payment-objects"
export { hasPaymentProvider } from "./payments/payment-providers"
export { refundThroughProvider } from "./payments/provider-refund"
export {
  assertLedgerCalls,
  missingLedgerCalls,
} from "./undocumented/self-check"
export {
  announceOrderEdit,
  confirmOrderEdit,
  discardOrderEdit,
  openOrderEdit,
} from "./edit/change"
export type { AskedOrderEdit, OpenOrderEdit } from "./edit/change"
export type { AddedUnits } from "./edit/additions"
export {
  bookCharge,
  hasSession,
  paymentOfSession,
  prepareCharge,
} from "./edit/charge"
export {
  collectFromCustomer,
  endSession,
  openSessions,
  waitingCollection,
} from "./edit/collection"
export { changeOfEdit, removeLeftovers } from "./edit/leftovers"
export { planStock, releaseStock, reserveStock } from "./edit/stock"
export type { StockPlan, UnitsToReserve } from "./edit/stock"
export { previewTotals } from "./edit/totals"
export type { OrderTotals } from "./edit/totals"
export { readRequestedOrder } from "./requests/read-requested-order"
export type { Parcel, RequestedOrder } from "./requests/read-requested-order"
export { findOrderByNumber } from "./requests/find-order-by-number"
export type { FoundOrder } from "./requests/find-order-by-number"
export { readOrderContact } from "./notifications/order-contact"
export type { OrderContact } from "./notifications/order-contact"
export { hasChannelProvider } from "./notifications/channel-provider"
export { sentUnderKeys } from "./notifications/sent-under-keys"
