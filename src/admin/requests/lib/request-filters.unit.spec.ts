import fc from "fast-check"
import {
  addressOf,
  filtersOf,
  isFiltered,
  KIND_CHOICES,
  listQuery,
  SORT_CHOICES,
  STATUS_CHOICES,
  type RequestFilters,
} from "./request-filters"

const fresh: RequestFilters = {
  q: "",
  status: "all",
  kind: "all",
  due: false,
  sort: "newest",
  page: 0,
}

const filters: fc.Arbitrary<RequestFilters> = fc.record({
  q: fc.string().map((text) => text.trim()),
  status: fc.constantFrom(...STATUS_CHOICES),
  kind: fc.constantFrom(...KIND_CHOICES),
  due: fc.boolean(),
  sort: fc.constantFrom(...SORT_CHOICES),
  page: fc.nat(1000),
})

describe("the address of the page", () => {
  it("says nothing of a fresh page", () => {
    expect(addressOf(fresh)).toEqual({})
    expect(filtersOf(new URLSearchParams())).toEqual(fresh)
  })

  it("gives back the filters that it was made of", () => {
    fc.assert(
      fc.property(filters, (given) => {
        const address = new URLSearchParams(addressOf(given)).toString()
        expect(filtersOf(new URLSearchParams(address))).toEqual(given)
      })
    )
  })

  it.each(["page=0", "page=-3", "page=x", "status=paid&kind=&sort=&due=yes"])(
    "is a fresh page where it says what is no choice: %s",
    (address) => {
      expect(filtersOf(new URLSearchParams(address))).toEqual(fresh)
    }
  )
})

describe("the server's query", () => {
  const query = (change: Partial<RequestFilters>) => [
    ...new URLSearchParams(listQuery({ ...fresh, ...change })),
  ]

  it("asks for the first page, newest first", () => {
    expect(query({})).toEqual([
      ["limit", "20"],
      ["offset", "0"],
      ["order", "-created_at"],
    ])
  })

  it("counts the requests before a page", () => {
    expect(query({ page: 2 })).toContainEqual(["offset", "40"])
  })

  it("names both states in which the shop has to act", () => {
    expect(
      query({ status: "undecided" }).filter(([name]) => name === "status")
    ).toEqual([
      ["status", "submitted"],
      ["status", "needs_info"],
    ])
  })

  it("names every filter by the server's words", () => {
    expect(
      query({
        q: " 42 ",
        status: "done",
        kind: "withdrawal",
        due: true,
        sort: "due",
      })
    ).toEqual([
      ["limit", "20"],
      ["offset", "0"],
      ["order", "due_at"],
      ["status", "done"],
      ["kind", "withdrawal"],
      ["due_in_days", "3"],
      ["q", "42"],
    ])
  })
})

it.each([
  [{}, false],
  [{ q: "  " }, false],
  [{ sort: "due" as const, page: 3 }, false],
  [{ q: "a" }, true],
  [{ status: "undecided" as const }, true],
  [{ kind: "refund" as const }, true],
  [{ due: true }, true],
])("%j leaves something out: %s", (change, expected) => {
  expect(isFiltered({ ...fresh, ...change })).toBe(expected)
})
