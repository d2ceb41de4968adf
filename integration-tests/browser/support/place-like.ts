import {
  openShop,
  placeRecipe,
  recipes,
  type OrderRecipe,
} from "../../demo/seed"
import type { PlacedOrder } from "../../demo/seed/orders"
import type { DemoStore } from "./demo-store"

/** Places a further order like one of the demo's, but for what is changed. */
export async function placeLike(
  store: DemoStore,
  key: string,
  change: Partial<OrderRecipe> = {}
): Promise<PlacedOrder> {
  const recipe = recipes.find((each) => each.key === key)
  if (!recipe) {
    throw new Error(`The demo has no order "${key}".`)
  }
  const shop = await openShop(store, store.seed)
  return await placeRecipe(shop, { ...recipe, ...change, key: "another" })
}
