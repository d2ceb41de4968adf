export * from "./order-refund"
