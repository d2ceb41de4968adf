export * from "./order-refund"
export * from "./http"
