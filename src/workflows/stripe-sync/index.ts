export * from "./sync-stripe-payment"
export * from "./types"
