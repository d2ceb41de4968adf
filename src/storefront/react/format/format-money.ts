/**
 * An amount in the customer's language: "12,34 €". With the digits that the store
 * gave it; `Intl` reads the text itself, so no float rounds it.
 */
export function formatMoney(
  amount: string,
  currencyCode: string,
  locale: string
): string {
  const digits = amount.split(".")[1]?.length ?? 0
  return new Intl.NumberFormat(locale, {
    style: "currency",
    currency: currencyCode.toUpperCase(),
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(amount as `${number}`)
}
