export {
  RefundsProvider,
  type RefundsProviderProps,
} from "./provider/refunds-provider"
export {
  useRefunds,
  type OrderWatch,
  type RefundsContextValue,
} from "./provider/refunds-context"
export {
  useRefundOptions,
  type RefundOptions,
} from "./provider/use-refund-options"
export { RefundTimeline } from "./timeline/refund-timeline"
export { RefundRequestForm } from "./request-form/refund-request-form"
export type { PhotoLimits } from "./request-form/photo-limits"
export { RefundRequests } from "./requests/refund-requests"
export { Withdrawal } from "./withdrawal/withdrawal"
export type { Acknowledgement } from "./withdrawal/declaration"
export { RefundAccess } from "./access/refund-access"
export type { Part, RefundClassNames } from "./parts/class-names"
export { de, en, es, fr, it, nl, pl, type RefundMessages } from "../messages"
