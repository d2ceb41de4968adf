import * as fc from "fast-check"

/** Values that somebody once forgot to think of. */
const NASTY = [
  0,
  -0,
  -1,
  1.5,
  1e21,
  2 ** 53,
  5e-324,
  "",
  " ",
  "0",
  "-1",
  "1e5",
  "1e999",
  "0x10",
  "NaN",
  "９",
  "9".repeat(64),
  "all",
  "none",
  "a\0b",
  "\ud83d",
  "\u202e",
  "' OR 1=1 --",
  "__proto__",
  "constructor",
  "a".repeat(6000),
  null,
  true,
  false,
  [],
  {},
]

const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 4 })

/** Anything at all, or an id that exists. */
export const value = (ids: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom<unknown>(...NASTY) },
    { weight: 2, arbitrary: fc.constantFrom<unknown>(...ids) },
    { weight: 1, arbitrary: json }
  )

/** A JSON body, a good body with something wrong in it, or no JSON at all. */
export const body = (
  good: readonly object[],
  ids: readonly string[]
): fc.Arbitrary<unknown> =>
  fc.oneof(
    { weight: 1, arbitrary: json },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...good) },
    { weight: 6, arbitrary: mutated(good, value(ids)) }
  )

/** Text for a path or a query; what URLs cannot hold is left out. */
const text = (ids: readonly string[]) =>
  fc
    .oneof(
      fc.constantFrom(...ids),
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constantFrom(...NASTY.map(String))
    )
    .map((each) => each.replace(/\p{Surrogate}/gu, "?"))
    // Without a last part, or with dots for it, it is the path of another route.
    .filter((each) => !/^\.{0,2}$/.test(each))

/** The id in a path: mostly one that exists. */
export const pathId = (ids: readonly string[]) =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: text(ids) }
  )

const KEYS = [
  "limit",
  "offset",
  "order",
  "q",
  "status",
  "source",
  "order_id",
  "refund_reason_id",
  "created_at[$gte]",
  "created_at[$lt]",
  "status[]",
  "fields",
  "x[y][z]",
]

/** A query, also one that its list knows. */
export const query = (ids: readonly string[]) =>
  fc
    .array(
      fc.tuple(
        fc.oneof(fc.constantFrom(...KEYS), text(ids)),
        fc.oneof(text(ids), fc.constantFrom("1", "-id", "2020-01-01"))
      ),
      { maxLength: 3 }
    )
    .map((pairs) =>
      pairs
        .map(([key, each]) => `${encodeURI(key)}=${encodeURIComponent(each)}`)
        .join("&")
    )

type Change = { at: number; key: string; what: string; to: unknown }

function mutated(
  good: readonly object[],
  to: fc.Arbitrary<unknown>
): fc.Arbitrary<unknown> {
  const change = fc.record({
    at: fc.nat(),
    key: fc.constantFrom("0", "amount", "extra", "items", "note"),
    what: fc.constantFrom("replace", "replace", "add", "remove"),
    to,
  })
  return fc
    .tuple(
      fc.constantFrom(...good),
      fc.array(change, { minLength: 1, maxLength: 3 })
    )
    .map(([start, changes]) =>
      changes.reduce(applied, JSON.parse(JSON.stringify(start)) as unknown)
    )
}

type Place = { holder: Record<string, unknown>; key: string }

function applied(root: unknown, { at, key, what, to }: Change): unknown {
  const places = placesIn(root)
  const place = places[at % places.length]
  if (!place) {
    return to
  }
  const copy = to === undefined ? null : (structuredClone(to) as unknown)
  if (what === "remove") {
    Reflect.deleteProperty(place.holder, place.key)
  } else {
    place.holder[what === "add" ? key : place.key] = copy
  }
  return root
}

/** Every key of every object and array inside. */
function placesIn(root: unknown): Place[] {
  if (typeof root !== "object" || root === null) {
    return []
  }
  const holder = root as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [
    { holder, key },
    ...placesIn(holder[key]),
  ])
}
