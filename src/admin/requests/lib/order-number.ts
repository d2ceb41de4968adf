/** The number of an order as people write it ("1042", "#1042"), or null for an id. */
export const orderNumberOf = (typed: string): string | null =>
  /^#?\s*([1-9]\d*)$/.exec(typed.trim())?.[1] ?? null
