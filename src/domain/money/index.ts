export * from "./currency"
export * from "./decimal-math"
export {
  decimal,
  decimalText,
  parseDecimal,
  unitsAt,
  type Decimal,
} from "./exact-decimal"
export * from "./money"
export * from "./noise"
export * from "./to-minor"
