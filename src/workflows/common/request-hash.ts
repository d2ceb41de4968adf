import { createHash } from "node:crypto"

/** What an idempotency key was used for: equal requests have equal hashes. */
export const requestHash = (request: unknown): string =>
  createHash("sha256")
    .update(JSON.stringify(canonical(request)))
    .digest("hex")

/** The same value with the keys of every object in one order. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(canonical)
  }
  if (typeof value !== "object" || value === null) {
    return value
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, canonical(each)])
  )
}
