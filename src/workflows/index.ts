/*
 * What a store may import from medusa-plugin-refunds/workflows: every workflow and
 * step with its id, their inputs, and the events. The index of a capability holds
 * other things, too: what the plugin's own folders may use of it.
 */
export { editOrderWorkflow, editOrderWorkflowId } from "./edit-order/edit-order"
export {
  finishOrderEditWorkflow,
  finishOrderEditWorkflowId,
} from "./edit-order/finish-order-edit"
export {
  planOrderEditWorkflow,
  planOrderEditWorkflowId,
} from "./edit-order/plan-order-edit"
export {
  previewOrderEditWorkflow,
  previewOrderEditWorkflowId,
} from "./edit-order/preview-order-edit"
export {
  refundPaymentsSafelyWorkflow,
  refundPaymentsSafelyWorkflowId,
} from "./native-refund/refund-payments-safely"
export {
  settleOrderBooksWorkflow,
  settleOrderBooksWorkflowId,
} from "./order-books/settle-order-books-workflow"
export {
  assignOrderRefundWorkflow,
  assignOrderRefundWorkflowId,
} from "./order-refund/assign-order-refund"
export {
  cancelOrderRefundWorkflow,
  cancelOrderRefundWorkflowId,
} from "./order-refund/cancel-order-refund"
export {
  createOrderRefundWorkflow,
  createOrderRefundWorkflowId,
} from "./order-refund/create-order-refund"
export {
  createOrderRefundsWorkflow,
  createOrderRefundsWorkflowId,
} from "./order-refund/create-order-refunds"
export { refundOrders } from "./order-refund/refund-orders"
export {
  finishOrderRefundWorkflow,
  finishOrderRefundWorkflowId,
} from "./order-refund/finish-order-refund"
export {
  planOrderRefundWorkflow,
  planOrderRefundWorkflowId,
} from "./order-refund/plan-order-refund"
export {
  resolveOrderRefundWorkflow,
  resolveOrderRefundWorkflowId,
} from "./order-refund/resolve-order-refund"
export {
  retryOrderRefundWorkflow,
  retryOrderRefundWorkflowId,
} from "./order-refund/retry-order-refund"
export {
  settleOrderRefundWorkflow,
  settleOrderRefundWorkflowId,
} from "./order-refund/settle-order-refund"
export {
  withdrawOrderRefundWorkflow,
  withdrawOrderRefundWorkflowId,
} from "./order-refund/withdraw-order-refund"
export {
  createOrderReleaseWorkflow,
  createOrderReleaseWorkflowId,
} from "./release-order/create-order-release"
export {
  finishOrderReleaseWorkflow,
  finishOrderReleaseWorkflowId,
} from "./release-order/finish-order-release"
export {
  planOrderReleaseWorkflow,
  planOrderReleaseWorkflowId,
} from "./release-order/plan-order-release"
export {
  syncStripePaymentWorkflow,
  syncStripePaymentWorkflowId,
} from "./stripe-sync/sync-stripe-payment"
export {
  acquireOrderLockStep,
  acquireOrderLockStepId,
} from "./common/steps/acquire-order-lock"
export {
  releaseOrderLockStep,
  releaseOrderLockStepId,
} from "./common/steps/release-order-lock"
export {
  confirmOrderEditStep,
  confirmOrderEditStepId,
} from "./edit-order/steps/confirm-order-edit"
export {
  discardOrderEditStep,
  discardOrderEditStepId,
} from "./edit-order/steps/discard-order-edit"
export {
  findReplayedEditStep,
  findReplayedEditStepId,
} from "./edit-order/steps/find-replayed-edit"
export {
  finishOrderEditStep,
  finishOrderEditStepId,
} from "./edit-order/steps/finish-order-edit"
export {
  openOrderEditStep,
  openOrderEditStepId,
} from "./edit-order/steps/open-order-edit"
export {
  recordOrderEditStep,
  recordOrderEditStepId,
} from "./edit-order/steps/record-order-edit"
export {
  reserveEditStockStep,
  reserveEditStockStepId,
} from "./edit-order/steps/reserve-edit-stock"
export {
  collectOrderEditMoneyStep,
  collectOrderEditMoneyStepId,
  refundOrderEditStep,
  refundOrderEditStepId,
} from "./edit-order/steps/settle-order-edit"
export {
  planPaymentRefundStep,
  planPaymentRefundStepId,
} from "./native-refund/steps/plan-payment-refund"
export {
  reservePaymentRefundStep,
  reservePaymentRefundStepId,
} from "./native-refund/steps/reserve-payment-refund"
export {
  writeRefundBooksStep,
  writeRefundBooksStepId,
} from "./order-books/steps/write-refund-books"
export {
  writeSyncedBooksStep,
  writeSyncedBooksStepId,
} from "./order-books/steps/write-synced-books"
export {
  assignRefundLinesStep,
  assignRefundLinesStepId,
} from "./order-refund/steps/assign-refund-lines"
export {
  cancelAtGatewayStep,
  cancelAtGatewayStepId,
} from "./order-refund/steps/cancel-at-gateway"
export {
  createOrderRefundsStep,
  createOrderRefundsStepId,
} from "./order-refund/steps/create-order-refunds"
export {
  emitAssignedStep,
  emitAssignedStepId,
} from "./order-refund/steps/emit-assigned"
export {
  emitOrderRefundEventsStep,
  emitOrderRefundEventsStepId,
} from "./order-refund/steps/emit-order-refund-events"
export {
  findReplayedRefundStep,
  findReplayedRefundStepId,
} from "./order-refund/steps/find-replayed-refund"
export {
  markPaidAnotherWayStep,
  markPaidAnotherWayStepId,
} from "./order-refund/steps/mark-paid-another-way"
export { moveGoodsStep, moveGoodsStepId } from "./order-refund/steps/move-goods"
export {
  planOrderRefundStep,
  planOrderRefundStepId,
} from "./order-refund/steps/plan-order-refund"
export {
  readBackDeclinedStep,
  readBackDeclinedStepId,
} from "./order-refund/steps/read-back-declined"
export {
  readBackPaymentsStep,
  readBackPaymentsStepId,
} from "./order-refund/steps/read-back-payments"
export {
  readBackRefusedStep,
  readBackRefusedStepId,
} from "./order-refund/steps/read-back-refused"
export {
  recordManualOutcomeStep,
  recordManualOutcomeStepId,
} from "./order-refund/steps/record-manual-outcome"
export {
  refuseDeclinedRefundStep,
  refuseDeclinedRefundStepId,
} from "./order-refund/steps/refuse-declined-refund"
export {
  refuseDeclinedRetryStep,
  refuseDeclinedRetryStepId,
} from "./order-refund/steps/refuse-declined-retry"
export {
  replanOrderRefundStep,
  replanOrderRefundStepId,
} from "./order-refund/steps/replan-order-refund"
export {
  reserveOrderRefundStep,
  reserveOrderRefundStepId,
} from "./order-refund/steps/reserve-order-refund"
export {
  reserveRetryStep,
  reserveRetryStepId,
} from "./order-refund/steps/reserve-retry"
export {
  resolveRefundTransactionsStep,
  resolveRefundTransactionsStepId,
} from "./order-refund/steps/resolve-refund-transactions"
export {
  submitRefundTransactionsStep,
  submitRefundTransactionsStepId,
} from "./order-refund/steps/submit-refund-transactions"
export {
  withdrawFailedPartStep,
  withdrawFailedPartStepId,
} from "./order-refund/steps/withdraw-failed-part"
export {
  findReplayedReleaseStep,
  findReplayedReleaseStepId,
} from "./release-order/steps/find-replayed-release"
export {
  finishReleaseStep,
  finishReleaseStepId,
} from "./release-order/steps/finish-release"
export {
  lowerHeldAmountsStep,
  lowerHeldAmountsStepId,
} from "./release-order/steps/lower-held-amounts"
export {
  planOrderReleaseStep,
  planOrderReleaseStepId,
} from "./release-order/steps/plan-order-release"
export {
  refuseDeclinedReleaseStep,
  refuseDeclinedReleaseStepId,
} from "./release-order/steps/refuse-declined-release"
export {
  replanOrderReleaseStep,
  replanOrderReleaseStepId,
} from "./release-order/steps/replan-order-release"
export {
  reserveOrderReleaseStep,
  reserveOrderReleaseStepId,
} from "./release-order/steps/reserve-order-release"
export {
  submitReleasePaymentsStep,
  submitReleasePaymentsStepId,
} from "./release-order/steps/submit-release-payments"
export {
  writeReleaseBooksStep,
  writeReleaseBooksStepId,
} from "./release-order/steps/write-release-books"
export {
  announceSyncedRefundsStep,
  announceSyncedRefundsStepId,
} from "./stripe-sync/steps/announce-synced-refunds"
export {
  applyStripePaymentStep,
  applyStripePaymentStepId,
} from "./stripe-sync/steps/apply-stripe-payment"
export {
  approveRefundRequestWorkflow,
  approveRefundRequestWorkflowId,
} from "./refund-requests/approve-refund-request"
export {
  answerRefundRequestWorkflow,
  answerRefundRequestWorkflowId,
} from "./refund-requests/answer-refund-request"
export {
  askAboutRefundRequestWorkflow,
  askAboutRefundRequestWorkflowId,
} from "./refund-requests/ask-about-refund-request"
export {
  assignRefundRequestWorkflow,
  assignRefundRequestWorkflowId,
} from "./refund-requests/assign-refund-request"
export {
  cancelRefundRequestWorkflow,
  cancelRefundRequestWorkflowId,
} from "./refund-requests/cancel-refund-request"
export {
  createRefundRequestWorkflow,
  createRefundRequestWorkflowId,
} from "./refund-requests/create-refund-request"
export {
  declareWithdrawalWorkflow,
  declareWithdrawalWorkflowId,
} from "./refund-requests/declare-withdrawal"
export {
  declineRefundRequestWorkflow,
  declineRefundRequestWorkflowId,
} from "./refund-requests/decline-refund-request"
export {
  noteGoodsOfRequestWorkflow,
  noteGoodsOfRequestWorkflowId,
} from "./refund-requests/note-goods-of-request"
export {
  assignRefundRequestStep,
  assignRefundRequestStepId,
} from "./refund-requests/assign-refund-request"
export {
  noteGoodsOfRequestStep,
  noteGoodsOfRequestStepId,
} from "./refund-requests/note-goods-of-request"
export {
  agreeToRefundRequestStep,
  agreeToRefundRequestStepId,
} from "./refund-requests/steps/agree-to-refund-request"
export {
  moveRefundRequestStep,
  moveRefundRequestStepId,
} from "./refund-requests/steps/move-refund-request"
export {
  noteRequestRefundStep,
  noteRequestRefundStepId,
} from "./refund-requests/steps/note-request-refund"
export {
  planRefundRequestStep,
  planRefundRequestStepId,
} from "./refund-requests/steps/plan-refund-request"
export {
  planWithdrawalStep,
  planWithdrawalStepId,
} from "./refund-requests/steps/plan-withdrawal"
export {
  recordRefundRequestStep,
  recordRefundRequestStepId,
} from "./refund-requests/steps/record-refund-request"
export {
  OrderRefundEvents,
  type OrderRefundEventName,
} from "./common/refund-events"
export type { RefundError } from "./common/refund-error"
export type { OrderLock } from "./common/order-lock"
export type * from "./edit-order/types"
export { RefundRequestEvents } from "./refund-requests/events"
export type * from "./order-refund/types"
export type * from "./refund-requests/types"
export type * from "./release-order/types"
export type * from "./stripe-sync/types"
export type { RefundPaymentsInput } from "./native-refund/types"
