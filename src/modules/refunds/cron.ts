import { parseExpression } from "cron-parser"

/** Whether a text is a cron expression that can be scheduled. */
export function isCron(expression: string): boolean {
  try {
    parseExpression(expression)
    return true
  } catch {
    // The parser's message says where, not what; ours says what to write.
    return false
  }
}

/**
 * Whether a moment of a schedule lies after `last` and not after `now`.
 *
 * @example
 * isDue("0 * * * *", new Date("2026-01-01T09:30"), new Date("2026-01-01T10:00")) // true
 */
export const isDue = (expression: string, last: Date, now: Date): boolean =>
  parseExpression(expression, { currentDate: last }).next().toDate() <= now
