import { openShop, placeRecipe, recipes } from "../../demo/seed"
import type { PlacedOrder } from "../../demo/seed/orders"
import type { DemoStore } from "./demo-store"

/**
 * Places and pays a further order of three discounted, taxed shirts.
 *
 * @param shipped how many of them leave the warehouse
 */
export async function placeShirts(
  store: DemoStore,
  { shipped = 0 }: { shipped?: number } = {}
): Promise<PlacedOrder> {
  const recipe = recipes.find(({ key }) => key === "three_shirts")
  if (!recipe) {
    throw new Error("The demo has no order of three shirts.")
  }
  const shop = await openShop(store, store.seed)
  return await placeRecipe(shop, {
    ...recipe,
    key: "another",
    ...(shipped ? { fulfil: { shirt: shipped } } : {}),
  })
}
