/**
 * PostgreSQL keeps no NUL, and its JSON no half of a surrogate pair: both make
 * the query fail. With the `u` flag only a half that stands alone matches.
 */
const UNSTORABLE = /[\0\p{Surrogate}]/u

/**
 * Where a value has text that the database cannot keep, or null.
 *
 * @param value of known depth: what a schema has read
 * @example
 * unstorableText({ items: [{ item_id: "a\0" }] }) // ["items", "0", "item_id"]
 */
export function unstorableText(value: unknown): string[] | null {
  if (typeof value === "string") {
    return UNSTORABLE.test(value) ? [] : null
  }
  if (typeof value !== "object" || value === null) {
    return null
  }
  for (const [key, each] of Object.entries(value)) {
    const path = unstorableText(key) ?? unstorableText(each)
    if (path) {
      return [key, ...path]
    }
  }
  return null
}
