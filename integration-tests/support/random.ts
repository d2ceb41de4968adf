/** A repeatable source of chance: the same seed gives the same history. */
export type Random = ReturnType<typeof createRandom>

/** Makes one (mulberry32, public domain by Tommy Ettinger). */
export function createRandom(seed: number) {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    chance: (probability: number) => next() < probability,
    pick: <Value>(values: readonly Value[]): Value => {
      const value = values[below(values.length)]
      if (value === undefined) {
        throw new RangeError("nothing to pick from")
      }
      return value
    },
    shuffle: <Value>(values: readonly Value[]): Value[] =>
      values
        .map((value) => ({ value, key: next() }))
        .sort((a, b) => a.key - b.key)
        .map(({ value }) => value),
  }
}
