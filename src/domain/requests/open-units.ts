/** Units of an item that somebody asks for. */
export type RequestedUnits = { item_id: string; quantity: number }

/** An item of which more is asked for than is left, and how much is left. */
export type TakenUnits = { item_id: string; left: number }

/**
 * The first item of which a new request wants more units than nobody has asked
 * for yet; null where all can be had.
 *
 * @param allowed units of each item that could be asked for if there were no open request
 * @param open units in requests that are open
 * @example
 * // Three mugs may be returned, an open request wants two of them.
 * takenUnits([{ item_id: "mug", quantity: 2 }], { mug: 3 }, { mug: 2 })
 * // { item_id: "mug", left: 1 }
 */
export function takenUnits(
  asked: readonly RequestedUnits[],
  allowed: Readonly<Record<string, number>>,
  open: Readonly<Record<string, number>>
): TakenUnits | null {
  for (const { item_id, quantity } of asked) {
    const left = Math.max(0, (allowed[item_id] ?? 0) - (open[item_id] ?? 0))
    if (quantity > left) {
      return { item_id, left }
    }
  }
  return null
}
