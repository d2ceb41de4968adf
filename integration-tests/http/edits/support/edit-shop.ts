import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { readBooks, type Books } from "../../../support/books"
import type { PaidOrder } from "../../../support/paid-order"
import { SHIPPING, SHIRTS } from "../../../support/recipes"
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
import { collectionsOf, type Collection } from "./collections"
import { editsApi, type EditsApi } from "./edits-api"
import { customerWithCard, openRegion, setPrice } from "./priced-store"

/** Where the links of the shop lead. */
export const STOREFRONT = "https://shop.example"

type Bought = {
  /** A customer with an account; `card` is saved with Stripe. Default: a guest. */
  customer?: { card: string | null }
  payments?: Parameters<StockedStore["order"]>[2]
  /** What the shirts have else. */
  item?: object
}

/** Ten shirts and nine mugs of 10.00 EUR and 20 % tax, and who edits orders. */
export type EditShop = {
  region_id: string
  refunds: RefundsApi
  edits: EditsApi
  store: StockedStore
  shirt: StockedProduct
  mug: StockedProduct
  /** Three shirts and shipping, 65.41 EUR paid; and the saved card. */
  buy(bought?: Bought): Promise<PaidOrder & { card: string | null }>
  /** An edit that adds mugs. */
  mugs(quantity: number): {
    additions: { variant_id: string; quantity: number }[]
  }
  expectBooks(order: PaidOrder, books: Partial<Books>): Promise<void>
  /** What waits for the customer. */
  waiting(order: PaidOrder): Promise<Collection[]>
}

export async function openEditShop(
  api: HttpClient,
  container: MedusaContainer,
  stripe: TestStripe,
  mugsOnTheShelf = 9
): Promise<EditShop> {
  stripe.control.reset()
  nameStorefront(container, STOREFRONT)
  const refunds = await refundsApi(api, container)
  const store = await openStockedStore(container)
  const region_id = await openRegion(container)
  const shirt = await store.stock("Shirt", 10)
  const mug = await store.stock("Mug", mugsOnTheShelf)
  await setPrice(container, mug, 10)
  return {
    region_id,
    refunds,
    edits: editsApi(api, refunds),
    store,
    shirt,
    mug,
    async buy({ customer, payments = [{ amount: 65.4143 }], item = {} } = {}) {
      const buyer = customer
        ? await customerWithCard(container, stripe, customer.card)
        : null
      const order = await store.order(
        stripe,
        {
          currency_code: "eur",
          region_id,
          shipping_address: { country_code: "de" },
          ...(buyer ? { customer_id: buyer.id } : {}),
          items: [{ ...SHIRTS, ...item, variant_id: shirt.variant_id }],
          shipping_methods: [SHIPPING],
        },
        payments
      )
      return { ...order, card: buyer?.card ?? null }
    },
    mugs: (quantity) => ({
      additions: [{ variant_id: mug.variant_id, quantity }],
    }),
    async expectBooks(order, books) {
      expect(await readBooks(container, stripe, order)).toMatchObject({
        active_change: false,
        ...books,
      })
    },
    waiting: async (order) =>
      (await collectionsOf(container, order.id)).filter(
        ({ status }) => status === "not_paid"
      ),
  }
}

/** `admin.storefrontUrl` of the store's configuration. */
export function nameStorefront(
  container: MedusaContainer,
  storefrontUrl: string | undefined
): void {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  Object.assign(admin, { storefrontUrl })
}

/** The line of the shirts. */
export const itemOf = (order: PaidOrder): string => String(order.items[0]?.id)

/** An edit that gives the shirts a new quantity. */
export const to = (order: PaidOrder, quantity: number) => ({
  items: [{ item_id: itemOf(order), quantity }],
})

/** What the account took, in minor units. */
export const taken = (stripe: TestStripe): number =>
  stripe.control
    .snapshot()
    .charges.reduce((sum, { amount_captured }) => sum + amount_captured, 0)
