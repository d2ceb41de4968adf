/** How many units of an item are in these. */
export const unitsOf = (
  entries: { item_id: string; quantity: number }[],
  itemId: string
): number =>
  entries
    .filter(({ item_id }) => item_id === itemId)
    .reduce((total, { quantity }) => total + quantity, 0)
