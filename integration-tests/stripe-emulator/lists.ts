import type { Form } from "./form-encoding"
import { invalidRequest, missing } from "./errors"

type Listed = { id: string; created: number }

/** Keeps the objects whose fields are what the parameters of that name ask. */
export const matching =
  (params: Form, ...fields: string[]) =>
  (item: object) =>
    fields.every(
      (field) =>
        params[field] === undefined ||
        Reflect.get(item, field) === params[field]
    )

/** A page of a list, newest first, as every list of the API. */
export function page<Item extends Listed>(
  items: Item[],
  params: Form,
  url: string
) {
  const limit = Number(params.limit ?? "10")
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidRequest("Invalid integer: limit must be between 1 and 100.", {
      code: "parameter_invalid_integer",
      param: "limit",
    })
  }
  const newestFirst = items.filter(inRange(params.created)).reverse()
  const after = positionOf(newestFirst, params.starting_after)
  const before = positionOf(newestFirst, params.ending_before)
  const from = before !== null ? Math.max(0, before - limit) : (after ?? -1) + 1
  const to = before !== null ? before : from + limit
  const data = newestFirst.slice(from, to)
  const has_more = before !== null ? from > 0 : to < newestFirst.length
  return { object: "list" as const, url, has_more, data }
}

function positionOf(items: Listed[], id: Form[string] | undefined) {
  if (id === undefined) {
    return null
  }
  const index = items.findIndex((item) => item.id === id)
  if (index < 0) {
    throw missing("object", String(id), "starting_after")
  }
  return index
}

function inRange(range: Form[string] | undefined) {
  if (range === undefined) {
    return () => true
  }
  const bounds: Form =
    typeof range === "string"
      ? { gte: range, lte: range }
      : Array.isArray(range)
        ? {}
        : range
  const tests: Record<string, (a: number, b: number) => boolean> = {
    gt: (a, b) => a > b,
    gte: (a, b) => a >= b,
    lt: (a, b) => a < b,
    lte: (a, b) => a <= b,
  }
  return ({ created }: Listed) =>
    Object.entries(bounds).every(([name, bound]) =>
      tests[name]?.(created, Number(bound))
    )
}
