import * as fc from "fast-check"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { openGoodsStore, type GoodsStore } from "./support/goods-store"
import { digitsOf, histories } from "./support/walk/histories"
import { payBackTheRest } from "./support/walk/pay-back-the-rest"
import { takeWalk } from "./support/walk/take-walk"

/** `WALK_SEED=1 WALK_RUNS=40 npm run test:http -- goods/random-walk` walks more. */
const seed = Number(process.env.WALK_SEED ?? 20261121)
const numRuns = Number(process.env.WALK_RUNS ?? 4)
/** Of a walk that failed: `WALK_PATH=13` takes it again, and those after it. */
const path = process.env.WALK_PATH

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

    it(
      "whatever happens to an order, its books agree, and the rest can be paid back",
      async () => {
        stripe.control.reset()
        await fc.assert(
          fc.asyncProperty(
            histories({ minLength: 8, maxLength: 12 }),
            async ({ order, shipped, choices }) => {
              stripe.control.clearFaults()
              const story = await store.buy(order, shipped)
              const walk = {
                container: getContainer(),
                stripe,
                refunds: store.refunds,
                story,
                digits: digitsOf(order),
              }
              const taken = await takeWalk(walk, choices)
              try {
                await payBackTheRest(walk)
              } catch (error) {
                const reason =
                  error instanceof Error ? error.message : String(error)
                throw new Error(
                  `${order} [${shipped.join()}], at the end of ${taken.join(" > ")}: ${reason}`,
                  { cause: error }
                )
              }
            }
          ),
          // A smaller walk takes as long to find as this one takes to read.
          { seed, numRuns, endOnFailure: true, ...(path ? { path } : {}) }
        )
      },
      60_000 + numRuns * 120_000
    )
  },
})
