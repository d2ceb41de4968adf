export * from "./order-refund"
export * from "./stripe-sync"
