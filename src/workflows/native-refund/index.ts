export * from "./refund-payments-safely"
export type { RefundPaymentsInput } from "./types"
