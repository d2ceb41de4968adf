/** How a currency counts at Stripe. */
export type Currency = {
  code: string
  /** Decimals between the major unit and Stripe's minor unit. */
  exponent: number
  /** The smallest payable amount, in minor units. */
  step: bigint
  /** Decimals that people write. */
  digits: number
}

// Source: docs.stripe.com/currencies (zero-decimal, special cases).
const ZERO_DECIMAL = new Set(
  "bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf".split(" ")
)
/** Stripe wants two decimals of these, but only whole units can be paid. */
const WHOLE_UNITS_IN_HUNDREDTHS = new Set(["isk", "ugx"])
/** Three decimals, of which the last must be zero. */
const THREE_DECIMAL = new Set("bhd jod kwd omr tnd".split(" "))

/**
 * Stripe's exponent and smallest payable amount of a currency. Not Medusa's:
 * its table counts, for example, the forint and the krona differently.
 *
 * @example
 * currencyOf("KWD") // { code: "kwd", exponent: 3, step: 10n, digits: 3 }
 */
export function currencyOf(currencyCode: string): Currency {
  const code = currencyCode.toLowerCase()
  if (ZERO_DECIMAL.has(code)) {
    return { code, exponent: 0, step: 1n, digits: 0 }
  }
  if (WHOLE_UNITS_IN_HUNDREDTHS.has(code)) {
    return { code, exponent: 2, step: 100n, digits: 0 }
  }
  if (THREE_DECIMAL.has(code)) {
    return { code, exponent: 3, step: 10n, digits: 3 }
  }
  return { code, exponent: 2, step: 1n, digits: 2 }
}
