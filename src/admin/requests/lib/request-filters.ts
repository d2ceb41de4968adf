import type { RefundRequestKind, RefundRequestStatus } from "../../../types"
import { REQUEST_STATUSES, UNDECIDED } from "./request-status"

export const REQUESTS_PER_PAGE = 20

/** "Due soon" is what has to be paid within so many days. */
export const SOON_IN_DAYS = 3

const KINDS: RefundRequestKind[] = ["refund", "withdrawal"]
const SORTS = ["newest", "due"] as const

/** What the page shows of all requests; it is kept in the page's address. */
export type RequestFilters = {
  q: string
  /** `undecided`: all that the shop has to act on. */
  status: RefundRequestStatus | "undecided" | "all"
  kind: RefundRequestKind | "all"
  due: boolean
  sort: (typeof SORTS)[number]
  page: number
}

/** The choices of a field; what an address says beyond them counts as the first. */
export const STATUS_CHOICES: RequestFilters["status"][] = [
  "all",
  "undecided",
  ...REQUEST_STATUSES,
]
export const KIND_CHOICES: RequestFilters["kind"][] = ["all", ...KINDS]
export const SORT_CHOICES: RequestFilters["sort"][] = [...SORTS]

/** Reads the filters of an address. */
export function filtersOf(address: URLSearchParams): RequestFilters {
  const page = Number(address.get("page") ?? "1")
  return {
    q: address.get("q") ?? "",
    status: choice(STATUS_CHOICES, address.get("status")),
    kind: choice(KIND_CHOICES, address.get("kind")),
    due: address.get("due") === "1",
    sort: choice(SORT_CHOICES, address.get("sort")),
    page: Number.isInteger(page) && page > 0 ? page - 1 : 0,
  }
}

/** The address of these filters: only what differs from a fresh page is in it. */
export function addressOf(filters: RequestFilters): Record<string, string> {
  const { q, status, kind, due, sort, page } = filters
  return {
    ...(q.trim() ? { q: q.trim() } : {}),
    ...(status === "all" ? {} : { status }),
    ...(kind === "all" ? {} : { kind }),
    ...(due ? { due: "1" } : {}),
    ...(sort === "newest" ? {} : { sort }),
    ...(page > 0 ? { page: String(page + 1) } : {}),
  }
}

/** The query of the server's list. */
export function listQuery(filters: RequestFilters): string {
  const { q, status, kind, due, sort, page } = filters
  const query = new URLSearchParams({
    limit: String(REQUESTS_PER_PAGE),
    offset: String(page * REQUESTS_PER_PAGE),
    order: sort === "due" ? "due_at" : "-created_at",
  })
  for (const each of statusesOf(status)) {
    query.append("status", each)
  }
  if (kind !== "all") {
    query.set("kind", kind)
  }
  if (due) {
    query.set("due_in_days", String(SOON_IN_DAYS))
  }
  if (q.trim()) {
    query.set("q", q.trim())
  }
  return query.toString()
}

/** Whether anything is left out of the list. */
export const isFiltered = ({ q, status, kind, due }: RequestFilters): boolean =>
  Boolean(q.trim()) || status !== "all" || kind !== "all" || due

function statusesOf(status: RequestFilters["status"]): string[] {
  if (status === "all") {
    return []
  }
  return status === "undecided" ? UNDECIDED : [status]
}

const choice = <Value extends string>(
  choices: Value[],
  given: string | null
): Value => choices.find((each) => each === given) ?? (choices[0] as Value)
