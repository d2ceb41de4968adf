import * as fc from "fast-check"
import type { RecipeName } from "../goods-store"

const ORDERS: RecipeName[] = [
  "shirts and caps",
  "mugs and caps",
  "mugs, two payments",
  "hoodies",
  "shirts",
  "fans",
  "lamps",
]
const DIGITS: Partial<Record<RecipeName, number>> = { fans: 0, lamps: 3 }

/** What an order's currency has after the comma. */
export const digitsOf = (order: RecipeName): number => DIGITS[order] ?? 2

/** An order, what was shipped of it, and what is chosen to happen then. */
export const histories = (steps: { minLength: number; maxLength: number }) =>
  fc.record({
    order: fc.constantFrom(...ORDERS),
    shipped: fc.array(fc.nat({ max: 2 }), { minLength: 2, maxLength: 2 }),
    choices: fc.array(
      fc.record({
        operation: fc.nat({ max: 1000 }),
        line: fc.nat({ max: 20 }),
        size: fc.nat({ max: 1000 }),
      }),
      steps
    ),
  })
