export * from "./allowed-request"
export * from "./approval-limits"
export {
  blockText,
  type PolicyBlock,
  type PolicyBlockCode,
} from "./policy-block"
export { feeIn } from "./policy-amount"
export * from "./policy-context"
export * from "./policy-function"
export * from "./policy-types"
export * from "./policy-version"
export * from "./refund-options"
export * from "./refund-options-types"
export * from "./refund-less-fees"
export * from "./request-fees"
export { isDay, isTimeZone, lastDayBefore } from "./shop-calendar"
export * from "./statutory-grounds"
export * from "./withdrawal-countries"
export * from "./withdrawal-duties"
