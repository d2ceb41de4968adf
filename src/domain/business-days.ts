const DAY_MS = 24 * 60 * 60 * 1000
const SUNDAY = 0
const SATURDAY = 6

/**
 * A moment some business days later. Weekends are left out, in UTC; banks'
 * holidays differ by country and are not known here.
 *
 * @example
 * addBusinessDays(new Date("2026-11-20T12:00:00Z"), 1) // Friday -> 2026-11-23
 */
export function addBusinessDays(start: Date, days: number): Date {
  let date = start
  for (let left = days; left > 0;) {
    date = new Date(date.getTime() + DAY_MS)
    const day = date.getUTCDay()
    left -= day === SUNDAY || day === SATURDAY ? 0 : 1
  }
  return date
}
