/** Crockford's base 32, in its order. Source: https://github.com/ulid/spec */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
/** 48 bits of milliseconds, five in each digit. */
const LENGTH = 10

/**
 * The least id that Medusa can have given to a row that it made at a moment or
 * later. Its ids are a prefix and a ULID, which begins with the time: so rows are
 * found by their primary key where a table has no index of its times. The clock is
 * that of the process that made the id.
 *
 * @example
 * firstIdSince("pay", new Date("2026-11-21T09:00:00Z")) // "pay_01M7YNAYM0"
 */
export function firstIdSince(prefix: string, moment: Date): string {
  let rest = Math.max(0, moment.getTime())
  let time = ""
  for (let digit = 0; digit < LENGTH; digit++) {
    time = (DIGITS[rest % DIGITS.length] ?? "") + time
    rest = Math.floor(rest / DIGITS.length)
  }
  return `${prefix}_${time}`
}

/** When Medusa gave an id, or null where it is none of Medusa's. */
export function timeOfId(id: string): Date | null {
  const time = /_([0-7][0-9A-HJKMNP-TV-Z]{9})[0-9A-HJKMNP-TV-Z]{16}$/.exec(id)
  const digits = [...(time?.[1] ?? "")].map((digit) => DIGITS.indexOf(digit))
  return time
    ? new Date(digits.reduce((sum, digit) => sum * DIGITS.length + digit, 0))
    : null
}
