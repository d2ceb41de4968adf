import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  refundsApi,
  type HttpClient,
  type RefundsApi,
} from "../../../support/refunds-api"
import {
  openStockedStore,
  type StockedProduct,
  type StockedStore,
} from "../../../support/stocked-store"
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

/**
 * A store with ten of everything on the shelf, and an order to tell a story of.
 *
 * @param ahead how many products are put on the shelf at once, in a store whose
 *   database stays; one that is set back for each test would miss them
 */
export async function openGoodsStore(
  api: HttpClient,
  container: MedusaContainer,
  stripe: TestStripe,
  ahead = 0
): Promise<GoodsStore> {
  const refunds = await refundsApi(api, container)
  const store = await openStockedStore(container)
  const takeFromShelf = shelfOf(store, ahead)
  const regionOf = regionsOf(container, ahead > 0)
  return {
    refunds,
    async buy(name, shipped = []) {
      const recipe: Recipe = RECIPES[name]
      const region_id = await regionOf(recipe.currency_code)
      const products = await takeFromShelf(recipe.items.length)
      const order = await store.order(
        stripe,
        {
          currency_code: recipe.currency_code,
          region_id,
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

/** A product is bought once, so that its shelf tells of one order. */
function shelfOf(store: StockedStore, ahead: number) {
  let stocked = 0
  let filled: Promise<StockedProduct[]> = Promise.resolve([])
  return (count: number): Promise<StockedProduct[]> => {
    const taken = filled.then(async (products) => {
      if (products.length < count) {
        const titles = Array.from(
          { length: Math.max(ahead, count) },
          () => `Product ${++stocked}`
        )
        products.push(...(await store.stockAll(titles, 10)))
      }
      return { out: products.splice(0, count), products }
    })
    filled = taken.then(({ products }) => products)
    return taken.then(({ out }) => out)
  }
}

/** Medusa prices what an exchange sends out by a region. */
function regionsOf(container: MedusaContainer, keeps: boolean) {
  const regions = new Map<string, Promise<{ id: string }>>()
  return async (currency_code: string): Promise<string> => {
    const region =
      regions.get(currency_code) ??
      container
        .resolve(Modules.REGION)
        .createRegions({ name: currency_code, currency_code })
    if (keeps) {
      regions.set(currency_code, region)
    }
    return (await region).id
  }
}
