export { refundsClient, type RefundsClient } from "./client/refunds-client"
export { forwardRefunds, type ForwardOptions } from "./client/forward-refunds"
export type { HttpOptions } from "./client/http-transport"
export type { SdkLike } from "./client/sdk-transport"
export type { CallOptions } from "./client/caller"
export type { RefundList } from "./client/refund-calls"
export {
  isRefundsError,
  RefundsError,
  type ClientErrorCode,
} from "./client/refunds-error"
export { formKey, newIdempotencyKey } from "./client/idempotency-key"
export {
  forgetAccess,
  readAccessFromFragment,
  type BrowserLike,
  type OrderAccess,
} from "./access/access-from-fragment"
export {
  watchRefunds,
  type Watch,
  type WatchOptions,
} from "./watch/watch-refunds"
export type { WatchedClient } from "./watch/state-reader"
export { isSettled, type OrderRefundState } from "./watch/is-settled"
export type { Tab } from "./watch/tab"
export type * from "../types/refund-request"
export type * from "../types/store"
export { de, en, es, fr, it, nl, pl, type RefundMessages } from "./messages"
