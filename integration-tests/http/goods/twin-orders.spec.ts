import * as fc from "fast-check"
import { readUntil } from "../../support/until"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { createStorefrontKey } from "../../support/customer"
import { storeTests } from "../../support/store-tests"
import { openGoodsStore, type GoodsStore } from "./support/goods-store"
import { medusasWay } from "./support/twins/medusas-way"
import { NATIVE_OPERATIONS } from "./support/twins/native-operations"
import { tellOrder } from "./support/twins/tell-order"
import { digitsOf, histories } from "./support/walk/histories"
import { OPERATIONS } from "./support/walk/operations"
import { findStep } from "./support/walk/take-walk"

/** `TWIN_SEED=1 TWIN_RUNS=300 npm run test:http -- goods/twin-orders` compares more. */
const seed = Number(process.env.TWIN_SEED ?? 20261201)
const numRuns = Number(process.env.TWIN_RUNS ?? 3)
/** Of a history that failed: `TWIN_PATH=13` takes it again, and those after it. */
const path = process.env.TWIN_PATH

const ALL = { ...OPERATIONS, ...NATIVE_OPERATIONS }

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    let store: GoodsStore
    beforeAll(async () => {
      store = await openGoodsStore(api, getContainer(), stripe)
    })
    afterEach(() => jest.restoreAllMocks())

    it(
      "an order whose books are written in one transaction reads as its twin, whose books Medusa writes",
      async () => {
        stripe.control.reset()
        const container = getContainer()
        const storefront = {
          headers: {
            "x-publishable-api-key": await createStorefrontKey(container),
          },
        }
        const reader = { api, container, refunds: store.refunds, storefront }
        const native = medusasWay(container)
        await fc.assert(
          fc.asyncProperty(
            histories({ minLength: 5, maxLength: 8 }),
            async ({ order, shipped, choices }) => {
              const digits = digitsOf(order)
              const both = await Promise.all(
                ["ours", "Medusa's"].map(async () => ({
                  story: await store.buy(order, shipped),
                  ...{ container, stripe, refunds: store.refunds, digits },
                }))
              )
              const [ours, medusas] = both
              if (!ours || !medusas) {
                throw new Error("Twins are two.")
              }
              native.of(medusas.story.order)
              const taken: string[] = []
              for (const choice of choices) {
                const answers: string[] = []
                for (const twin of [ours, medusas]) {
                  stripe.control.clearFaults()
                  const { name, step } = await findStep(twin, choice, ALL)
                  answers.push(
                    await step().then(
                      () => name,
                      (error: unknown) =>
                        `${name}: ${String(error).replace(/\w+_01\w+/g, "…")}`
                    )
                  )
                }
                taken.push(...answers.slice(0, 1))
                expect([taken, answers[1]]).toEqual([taken, answers[0]])
                const tell = (twin: typeof ours) => async () =>
                  tellOrder(reader, twin.story.order.id)
                const expected = await tell(medusas)()
                const read = await readUntil(expected, tell(ours), 5_000)
                expect([taken, read]).toEqual([taken, await tell(medusas)()])
              }
            }
          ),
          { seed, numRuns, endOnFailure: true, ...(path ? { path } : {}) }
        )
        expect(native.count()).toBeGreaterThan(0)
      },
      60_000 + numRuns * 60_000
    )
  },
})
