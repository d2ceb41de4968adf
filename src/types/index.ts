export * from "./order-refund"
export * from "./http"
export type { RefundPluginOptions } from "../modules/refunds/options"
