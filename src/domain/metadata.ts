/**
 * What a caller wants kept beside a refund or one of its lines: ids of their own
 * systems, for example. Flat, and of text alone, so that it fits wherever it may be
 * sent one day.
 */
export type Metadata = Record<string, string>

/** Stripe's limits, docs.stripe.com/api/metadata; ours too, so that it can be sent there. */
export const METADATA_LIMITS = { keys: 50, key: 40, value: 500 } as const

/**
 * What is wrong with metadata, as the end of a sentence; null for nothing.
 *
 * @param maxKeys fewer where others add keys of their own to the same object
 * @example
 * metadataProblem({ ticket: 4711 }) // 'ticket: must be text'
 */
export function metadataProblem(
  value: unknown,
  maxKeys: number = METADATA_LIMITS.keys
): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return "must be an object whose values are text"
  }
  const entries = Object.entries(value)
  if (entries.length > maxKeys) {
    return `has ${entries.length} keys, and may have ${maxKeys}`
  }
  const problems = entries.map(([key, each]) => problemOf(key, each))
  return problems.find((problem) => problem !== null) ?? null
}

function problemOf(key: string, value: unknown): string | null {
  const { key: longestKey, value: longestValue } = METADATA_LIMITS
  if (!key || key.length > longestKey) {
    return `the key ${JSON.stringify(key.slice(0, longestKey))} must have 1 to ${longestKey} characters`
  }
  // Stripe's form encoding has them around the keys of an object.
  if (/[[\]]/.test(key)) {
    return `the key ${JSON.stringify(key)} must have no square brackets`
  }
  if (typeof value !== "string") {
    return `${key}: must be text`
  }
  return value.length > longestValue
    ? `${key}: must have at most ${longestValue} characters`
    : null
}
