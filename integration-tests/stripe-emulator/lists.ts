import type { Form } from "./form-encoding"
import { invalidParams, missingParam } from "./errors"
import { allow, integer, text } from "./params"

type Listed = { id: string; created?: number }

type List = {
  url: string
  /** What its objects are called in "No such ...". */
  kind: string
  /** Parameters that are fields of its objects. */
  filters?: string[]
  /** Further parameters, which have been applied to the items. */
  applied?: string[]
}

const PAGING = ["limit", "starting_after", "ending_before", "created"]
const DEFAULT_LIMIT = 10
const LARGEST_LIMIT = 100

/** A page of a list, newest first, as every list of the API. */
export function list<Item extends Listed>(
  items: Item[],
  params: Form,
  { url, kind, filters = [], applied = [] }: List
) {
  allow(params, [...PAGING, ...filters, ...applied], {
    created: Object.keys(COMPARISONS),
  })
  const found = items
    .filter(matching(params, filters))
    .filter(inRange(params.created))
    .reverse()
  const { from, to, isBackwards } = sliceOf(found, params, kind)
  return {
    object: "list" as const,
    url,
    has_more: isBackwards ? from > 0 : to < found.length,
    data: found.slice(from, to),
    ...(filters.some((field) => params[field] !== undefined)
      ? { count: found.length }
      : {}),
  }
}

const matching = (params: Form, fields: string[]) => (item: object) =>
  fields.every(
    (field) =>
      params[field] === undefined || Reflect.get(item, field) === params[field]
  )

function sliceOf(items: Listed[], params: Form, kind: string) {
  const asked = integer(params, "limit") ?? DEFAULT_LIMIT
  const limit = Math.min(Math.max(asked, 1), LARGEST_LIMIT)
  if (
    params.starting_after !== undefined &&
    params.ending_before !== undefined
  ) {
    throw invalidParams(
      "Received both starting_after and ending_before parameters. Please pass in only one."
    )
  }
  const before = positionOf(items, params, "ending_before", kind)
  if (before !== null) {
    return { from: Math.max(0, before - limit), to: before, isBackwards: true }
  }
  const after = positionOf(items, params, "starting_after", kind)
  const from = (after ?? -1) + 1
  return { from, to: from + limit, isBackwards: false }
}

function positionOf(
  items: Listed[],
  params: Form,
  name: string,
  kind: string
): number | null {
  const id = text(params, name)
  if (id === undefined) {
    return null
  }
  const index = items.findIndex((item) => item.id === id)
  if (index < 0) {
    throw missingParam(kind, id, name)
  }
  return index
}

const COMPARISONS: Record<string, (a: number, b: number) => boolean> = {
  gt: (a, b) => a > b,
  gte: (a, b) => a >= b,
  lt: (a, b) => a < b,
  lte: (a, b) => a <= b,
}

function inRange(range: Form[string] | undefined) {
  const bounds =
    typeof range === "string"
      ? { gte: range, lte: range }
      : { ...(Array.isArray(range) ? {} : range) }
  return ({ created = 0 }: Listed) =>
    Object.entries(bounds).every(([name, bound]) =>
      COMPARISONS[name]?.(created, Number(bound))
    )
}
