export * from "./request-states"
export * from "./open-units"
export * from "./restock-of-request"
