import { localeOf } from "../../lib/locale"

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** How long ago something was, in the largest unit that fits: "3 days ago". */
export function ageText(moment: string, now: number, language: string): string {
  const format = new Intl.RelativeTimeFormat(localeOf(language), {
    numeric: "auto",
  })
  // A clock that goes wrong must not show the future.
  const age = Math.max(0, now - new Date(moment).getTime())
  if (age >= DAY_MS) {
    return format.format(-Math.floor(age / DAY_MS), "day")
  }
  return age >= HOUR_MS
    ? format.format(-Math.floor(age / HOUR_MS), "hour")
    : format.format(-Math.floor(age / MINUTE_MS), "minute")
}

/** A day as the merchant's language writes it: "1 Aug 2026". */
export const dayText = (moment: string, language: string): string =>
  new Intl.DateTimeFormat(localeOf(language), { dateStyle: "medium" }).format(
    new Date(moment)
  )
