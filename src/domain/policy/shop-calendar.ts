import { DateTime, IANAZone } from "luxon"
import type { PolicySettings } from "./policy-types"

/** How a shop counts days. */
export type ShopCalendar = Pick<PolicySettings, "timeZone" | "holidays">

const DAY = "yyyy-MM-dd"
const FRIDAY = 5

/** Whether a text is the IANA name of a time zone. */
export const isTimeZone = (name: string): boolean => IANAZone.isValidZone(name)

/** Whether a text is a day that exists: `"2026-12-25"`. */
export const isDay = (text: string): boolean =>
  DateTime.fromFormat(text, DAY, { zone: "utc" }).isValid

/**
 * The day of a moment in a time zone.
 *
 * @throws RangeError when it is no moment, or no time zone
 * @example
 * dayOf(new Date("2026-05-31T23:00:00Z"), "Europe/Berlin") // "2026-06-01"
 */
export function dayOf(moment: Date, timeZone: string): string {
  const local = DateTime.fromJSDate(moment, { zone: timeZone })
  if (!local.isValid) {
    throw new RangeError(`no day of ${String(moment)} in ${timeZone}`)
  }
  return local.toFormat(DAY)
}

const addDays = (day: string, days: number): string =>
  DateTime.fromISO(day, { zone: "utc" }).plus({ days }).toFormat(DAY)

/**
 * The first moment of a day. Where clocks are changed at midnight, 00:00 comes twice
 * (Azores, Cuba), and the first one counts; or never, and the day begins at 01:00.
 */
function startOfDay(day: string, timeZone: string): number {
  const midnight = DateTime.fromISO(day, { zone: timeZone })
  return Math.min(
    ...midnight.getPossibleOffsets().map((moment) => moment.toMillis())
  )
}

/** Samoa has no 30 December 2011: no period can end with a day that never was. */
const exists = (day: string, timeZone: string): boolean =>
  startOfDay(day, timeZone) < startOfDay(addDays(day, 1), timeZone)

const isWorkingDay = (day: string, holidays: readonly string[]): boolean =>
  DateTime.fromISO(day, { zone: "utc" }).weekday <= FRIDAY &&
  !holidays.includes(day)

/**
 * The end of a period of days in the shop's time zone, as the first moment that is
 * too late. The day on which it begins is not counted; it ends with its whole last
 * day, which is moved to the next working day where that is asked for.
 *
 * @example
 * // Delivered on 1 June: 15 June is the last of 14 days.
 * endOfPeriod(new Date("2026-06-01T10:00Z"), 14, { timeZone: "UTC", holidays: [] }, false)
 * // 2026-06-16T00:00Z
 */
export function endOfPeriod(
  start: Date,
  days: number,
  { timeZone, holidays }: ShopCalendar,
  toWorkingDay: boolean
): Date {
  let last = addDays(dayOf(start, timeZone), days)
  while (
    !exists(last, timeZone) ||
    (toWorkingDay && !isWorkingDay(last, holidays))
  ) {
    last = addDays(last, 1)
  }
  return new Date(startOfDay(addDays(last, 1), timeZone))
}

/**
 * The last whole day before a deadline, to be shown to people.
 *
 * @example
 * lastDayBefore(new Date("2026-06-16T00:00Z"), "UTC") // "2026-06-15"
 */
export const lastDayBefore = (deadline: Date, timeZone: string): string =>
  dayOf(new Date(deadline.getTime() - 1), timeZone)

/** The same time of the day, some days later. */
export const daysLater = (moment: Date, days: number, timeZone: string): Date =>
  DateTime.fromJSDate(moment, { zone: timeZone }).plus({ days }).toJSDate()
