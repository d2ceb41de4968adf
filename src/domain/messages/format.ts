import type { Decimal } from "../money/exact-decimal"

/** How amounts and dates are written in one message. */
export type Format = {
  money(amount: Decimal, currency: string): string
  date(iso: string): string
  /** With the time and the name of the zone, for what has a deadline. */
  moment(iso: string): string
  count(number: number): string
}

const decimalsOf = (amount: Decimal): number =>
  (amount.split(".")[1] ?? "").length

/**
 * Formats for a locale. An amount is exact decimal text and is never rounded: where it
 * has more digits than its currency usually shows, all of them are shown.
 *
 * @example
 * createFormat("de", "Europe/Berlin").money("1234.50", "eur") // "1.234,50 €"
 */
export function createFormat(locale: string, timeZone: string): Format {
  const date = new Intl.DateTimeFormat(locale, {
    dateStyle: "long",
    timeZone,
  })
  const moment = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    day: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  })
  const count = new Intl.NumberFormat(locale)
  return {
    money: (amount, currency) => {
      const style = { style: "currency", currency } as const
      const usual =
        new Intl.NumberFormat(locale, style).resolvedOptions()
          .maximumFractionDigits ?? 2
      const digits = Math.max(usual, decimalsOf(amount))
      const exact: ExactFormat = new Intl.NumberFormat(locale, {
        ...style,
        minimumFractionDigits: usual,
        maximumFractionDigits: digits,
      })
      return exact.format(amount)
    },
    date: (iso) => date.format(new Date(iso)),
    moment: (iso) => moment.format(new Date(iso)),
    count: (number) => count.format(number),
  }
}

/**
 * `Intl` takes decimal text and keeps every digit of it (ES2023), which the types of
 * ES2022 do not say.
 */
type ExactFormat = { format(amount: number | bigint | Decimal): string }
