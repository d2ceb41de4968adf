import { OPEN_REQUEST_STATUSES } from "../../../domain"

/** Which requests a list shows. */
export type RequestFilters = {
  order_id?: string[]
  status?: string[]
  kind?: string[]
  /** Open withdrawals whose money is due within so many days. */
  due_in_days?: number
  /** The number of a request or of an order, or an e-mail address. */
  q?: string
}

const DAY_MS = 24 * 60 * 60 * 1000

/** What PostgreSQL's `integer` can hold, in digits. */
const NUMBER = /^#?([1-9]\d{0,8})$/

/** Filters as Medusa's methods take them. */
export function requestConditions(
  { q, due_in_days, ...columns }: RequestFilters,
  now: Date
): Record<string, unknown> {
  const given = Object.fromEntries(
    Object.entries(columns).filter(([, value]) => value !== undefined)
  )
  return {
    ...given,
    ...(due_in_days === undefined
      ? {}
      : dueWithin(due_in_days, now, columns.status)),
    ...(q ? { $or: searched(q) } : {}),
  }
}

/** Of the states that were asked for, those in which money can be due. */
const dueWithin = (
  days: number,
  now: Date,
  asked: string[] = [...OPEN_REQUEST_STATUSES]
) => ({
  due_at: { $lt: new Date(now.getTime() + days * DAY_MS) },
  order_refund_id: null,
  status: OPEN_REQUEST_STATUSES.filter((status) => asked.includes(status)),
})

function searched(q: string): Record<string, unknown>[] {
  const number = NUMBER.exec(q)?.[1]
  return number
    ? [{ display_id: Number(number) }, { order_number: number }]
    : [{ email: q.toLowerCase() }, { id: q }, { order_id: q }]
}
