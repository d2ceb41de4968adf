/** More digits than any price has; below, the currency's own are the least. */
const MOST_DIGITS = 8

/**
 * The price of one unit as Medusa's order has it: a number, with as many digits as
 * the price needs. For showing only.
 */
export const formatUnitPrice = (price: number, currencyCode: string): string =>
  new Intl.NumberFormat([], {
    style: "currency",
    currencyDisplay: "narrowSymbol",
    currency: currencyCode.toUpperCase(),
    maximumFractionDigits: MOST_DIGITS,
  }).format(price)
