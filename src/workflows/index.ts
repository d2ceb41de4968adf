export * from "./doctor"
export * from "./native-refund"
export * from "./order-refund"
export * from "./stripe-sync"
