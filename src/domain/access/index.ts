export * from "./access-token"
