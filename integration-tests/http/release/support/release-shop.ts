import type { MedusaContainer } from "@medusajs/framework/types"
import type { PaidOrder, PaymentRecipe } from "../../../support/paid-order"
import { SHIPPING, SHIRTS } from "../../../support/recipes"
import type { HttpClient } from "../../../support/refunds-api"
import {
  openStockedStore,
  type StockedProduct,
  type StockedStore,
} from "../../../support/stocked-store"
import { storeTests } from "../../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../../support/test-stripe"
import { readHeldBooks, releaseLab, type ReleaseLab } from "./release-lab"

/** Three shirts for 59.4643 and shipping for 5.95: 65.41 are authorised. */
export const TOTAL = 65.4143

type Opened = {
  stripe: TestStripe
  lab: ReleaseLab
  store: StockedStore
  shirt: StockedProduct
}
type Recipe = Parameters<StockedStore["order"]>[1]

/** A store with ten shirts that sells against authorised money, new in each test. */
export type ReleaseShop = ReturnType<typeof releaseShop>

/** Describes rules of releases: with a Stripe, and a Medusa whose shop is open. */
export function describeReleases(
  name: string,
  rules: (shop: ReleaseShop) => void
): void {
  let stripe: TestStripe
  beforeAll(async () => {
    stripe = await startTestStripe()
  })
  afterAll(() => stripe.close())
  afterEach(() => jest.restoreAllMocks())

  storeTests({
    testSuite: ({ api, getContainer }) => {
      describe(name, () => {
        let opened: Opened
        beforeEach(async () => {
          stripe.control.reset()
          const store = await openStockedStore(getContainer())
          opened = {
            stripe,
            store,
            lab: await releaseLab(api, getContainer()),
            shirt: await store.stock("Shirt", 10),
          }
        })
        rules(releaseShop(api, getContainer, () => opened))
      })
    },
  })
}

function releaseShop(
  api: HttpClient,
  container: () => MedusaContainer,
  opened: () => Opened
) {
  const itemOf = (order: PaidOrder) => String(order.items[0]?.id)
  const sell = (recipe: Recipe, payments: PaymentRecipe[]) =>
    opened().store.order(
      opened().stripe,
      recipe,
      payments.map((payment) => ({ ...payment, capture: false }))
    )
  return {
    api,
    container,
    get stripe() {
      return opened().stripe
    },
    get lab() {
      return opened().lab
    },
    get store() {
      return opened().store
    },
    get shirt() {
      return opened().shirt
    },
    sell,
    /** Three shirts and shipping; one payment at Stripe unless told otherwise. */
    buy: (...payments: Partial<PaymentRecipe>[]) =>
      sell(
        {
          currency_code: "eur",
          items: [{ ...SHIRTS, variant_id: opened().shirt.variant_id }],
          shipping_methods: [SHIPPING],
        },
        (payments.length ? payments : [{}]).map((payment) => ({
          amount: TOTAL,
          ...payment,
        }))
      ),
    itemOf,
    /** A request for units of an order's first line. */
    units: (order: PaidOrder, quantity = 1) => ({
      items: [{ item_id: itemOf(order), quantity }],
    }),
    books: (order: PaidOrder) =>
      readHeldBooks(container(), opened().stripe, order),
    statusOf: async (order: PaidOrder) =>
      (await opened().lab.rows(order.id))[0]?.status,
    /** Lets a coming call of a module's method fail, as a crash would. */
    failNext: (module: string, method: string, call = 1) => {
      const service: Record<string, (...args: unknown[]) => unknown> =
        container().resolve(module)
      const earlier = service[method]
      if (jest.isMockFunction(earlier)) {
        earlier.mockRestore()
      }
      const real = service[method]?.bind(service)
      const spy = jest.spyOn(service, method)
      for (let before = 1; before < call; before++) {
        spy.mockImplementationOnce(async (...args) => real?.(...args))
      }
      spy.mockImplementationOnce(async () => {
        throw new Error(`${method} crashed`)
      })
    },
  }
}
