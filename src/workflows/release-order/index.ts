export * from "./create-order-release"
export * from "./finish-order-release"
export * from "./steps/lower-held-amounts"
export * from "./steps/refuse-declined-release"
export * from "./steps/reserve-order-release"
export * from "./steps/submit-release-payments"
export * from "./steps/write-release-books"
export {
  readReleaseState,
  type OrderReleaseState,
} from "./lib/read-release-state"
export * from "./types"
