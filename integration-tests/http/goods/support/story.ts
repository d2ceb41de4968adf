import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaidOrder } from "../../../support/paid-order"
import type { HttpClient, RefundsApi } from "../../../support/refunds-api"
import type {
  StockedProduct,
  StockedStore,
} from "../../../support/stocked-store"
import type { TestStripe } from "../../../support/test-stripe"
import { booksOf } from "./story/books-of"
import { atMedusa } from "./story/at-medusa"
import { atStripe } from "./story/at-stripe"
import { withRefunds } from "./story/with-refunds"

export type World = {
  api: HttpClient
  container: MedusaContainer
  stripe: TestStripe
  refunds: RefundsApi
  store: StockedStore
  /** What the lines of the order are made of, line by line. */
  products: StockedProduct[]
  /** Of the order's currency. */
  digits: number
}

/**
 * What happens to one order, step by step, told in the words of a merchant.
 * After each step `expect` compares what everybody's books say.
 */
export const storyOf = (world: World, order: PaidOrder) => ({
  order,
  /** Id of a line. */
  item: (index = 0) => String(order.items[index]?.id),
  ...withRefunds(world, order),
  ...atStripe(world, order),
  ...atMedusa(world, order),
  ...booksOf(world, order),
})

export type Story = ReturnType<typeof storyOf>
