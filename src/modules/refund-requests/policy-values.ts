import { z } from "@medusajs/framework/zod"
import {
  type Decimal,
  decimal,
  decimalText,
  parseDecimal,
  type PolicyAmount,
  smallestAmount,
  toMinorUnits,
} from "../../domain"
import { passTo } from "./pass-to"

/** A number, or its text: kept as text, so that no digit of it is a float's. */
const number = (message: string) =>
  z
    .union([z.string(), z.number()], message)
    .refine((given) => {
      const value = parseDecimal(given)
      return value !== null && value.units >= 0n
    }, message)
    .transform((given): Decimal => decimalText(decimal(String(given))))

const amount = number('must be an amount of zero or more, such as "4.95"')

const byCurrency = z
  .record(z.string(), amount)
  .refine((amounts) => Object.keys(amounts).length > 0, "names no currency")
  .superRefine((amounts, context) => {
    for (const [code, given] of Object.entries(amounts)) {
      const message = !/^[a-z]{3}$/i.test(code)
        ? "must be a currency code such as eur"
        : isPayable(given, code)
          ? null
          : `cannot be paid: the smallest amount is ${smallestAmount(code)} ${code.toUpperCase()}`
      if (message) {
        context.addIssue({ code: "custom", path: [code], message })
      }
    }
  })
  .transform((amounts) =>
    Object.fromEntries(
      Object.entries(amounts).map(([code, given]) => [
        code.toLowerCase(),
        given,
      ])
    )
  )

function isPayable(given: Decimal, code: string): boolean {
  try {
    toMinorUnits(given, code)
    return true
  } catch {
    // It says that the amount has too many digits; the issue says which are allowed.
    return false
  }
}

/**
 * An amount of a policy: one for every currency, or one for each. `4.95`,
 * `{ eur: 4.95, jpy: 800 }`.
 */
export const policyAmount = z
  .custom<string | number | Record<string, string | number>>()
  .transform((given, context): PolicyAmount =>
    typeof given === "object" && given !== null
      ? passTo(byCurrency, given, context)
      : passTo(amount, given, context)
  )

/** Exact percent, with as many digits as the shop writes. */
export const percent = number("must be a percentage from 0 to 100").refine(
  (value) => Number(value) <= 100,
  "must be a percentage from 0 to 100"
)

/** Ids of Medusa. An empty list would be for nothing: it is left out instead. */
export const ids = z
  .array(z.string().min(1))
  .min(1, "must name at least one, or be left out")

/** ISO 3166-1 alpha-2, in either case. */
export const countries = z
  .array(
    z
      .string()
      .regex(/^[a-z]{2}$/i, "must be a country code such as de")
      .toLowerCase()
  )
  .min(1, "must name at least one, or be left out")

const PRODUCTS = ["productIds", "categoryIds", "tagIds"] as const

/** Which products something is about; see `ProductConditions`. */
export const productConditions = {
  productIds: ids.optional(),
  categoryIds: ids.optional(),
  tagIds: ids.optional(),
}

/** Whether an exclusion says what it excludes. */
export const namesProducts = (
  given: Partial<Record<(typeof PRODUCTS)[number], unknown>>
): boolean => PRODUCTS.some((name) => given[name] !== undefined)

export const NO_PRODUCTS =
  "names no products: productIds, categoryIds or tagIds"
