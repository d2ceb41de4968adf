/**
 * An amount as the dashboard writes it, in the browser's language: "€12.34". For showing
 * only: amounts come from the server as text and go back as text.
 */
export const formatMoney = (amount: string, currencyCode: string): string => {
  const digits = amount.split(".")[1]?.length ?? 0
  return new Intl.NumberFormat([], {
    style: "currency",
    currencyDisplay: "narrowSymbol",
    currency: currencyCode.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount as `${number}`)
}

/** Whether an amount from the server is more than nothing. */
export const isAboveZero = (amount: string): boolean =>
  /[1-9]/.test(amount) && !amount.startsWith("-")

/** The share of a part in a whole, in percent, for drawing only. */
export const percentOf = (part: string, whole: string): number => {
  const total = Number(whole)
  return total > 0
    ? Math.min(100, Math.max(0, (Number(part) / total) * 100))
    : 0
}
