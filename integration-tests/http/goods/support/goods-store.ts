import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  refundsApi,
  type HttpClient,
  type RefundsApi,
} from "../../../support/refunds-api"
import { openStockedStore } from "../../../support/stocked-store"
import type { TestStripe } from "../../../support/test-stripe"
import { RECIPES, type Recipe } from "./recipes"
import { storyOf, type Story } from "./story"

export type RecipeName = keyof typeof RECIPES

/** Units shipped of the first line, or of each. */
type Shipped = number | number[]

export type GoodsStore = {
  refunds: RefundsApi
  buy(name: RecipeName, shipped?: Shipped): Promise<Story>
}

/** A store with ten of everything on the shelf, and an order to tell a story of. */
export async function openGoodsStore(
  api: HttpClient,
  container: MedusaContainer,
  stripe: TestStripe
): Promise<GoodsStore> {
  const refunds = await refundsApi(api, container)
  const store = await openStockedStore(container)
  // A product is bought once, so that its shelf tells of one order.
  let bought = 0
  return {
    refunds,
    async buy(name, shipped = []) {
      const recipe: Recipe = RECIPES[name]
      // Medusa prices what an exchange sends out by a region.
      const region = await container.resolve(Modules.REGION).createRegions({
        name,
        currency_code: recipe.currency_code,
      })
      bought += 1
      const products = await Promise.all(
        recipe.items.map(({ title }) => store.stock(`${title} ${bought}`, 10))
      )
      const order = await store.order(
        stripe,
        {
          currency_code: recipe.currency_code,
          region_id: region.id,
          items: recipe.items.map((item, index) => ({
            ...item,
            variant_id: String(products[index]?.variant_id),
          })),
          shipping_methods: recipe.shipping_methods ?? [],
        },
        recipe.payments
      )
      const { digits = 2 } = recipe
      const story = storyOf(
        { api, container, stripe, refunds, store, products, digits },
        order
      )
      for (const [index, quantity] of [shipped].flat().entries()) {
        if (quantity && order.items[index]) {
          await story.ship(quantity, index)
        }
      }
      return story
    },
  }
}
