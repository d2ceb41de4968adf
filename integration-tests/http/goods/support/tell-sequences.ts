import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { startTestStripe, type TestStripe } from "../../../support/test-stripe"
import { openGoodsStore, type GoodsStore } from "./goods-store"
import type { Sequences } from "./sequences/types"
import type { Story } from "./story"

/** Tells each sequence in a new store; afterwards the doctor must find nothing. */
export function tellSequences(themes: Record<string, Sequences>): void {
  let stripe: TestStripe
  beforeAll(async () => {
    stripe = await startTestStripe()
  })
  afterAll(() => stripe.close())

  medusaIntegrationTestRunner({
    inApp: true,
    testSuite: ({ api, getContainer }) => {
      let store: GoodsStore
      // Before the runner's snapshot: it is made once for all of them.
      beforeAll(async () => {
        store = await openGoodsStore(api, getContainer(), stripe)
      })
      beforeEach(() => stripe.control.reset())

      describe.each(Object.entries(themes))("%s", (_, sequences) => {
        it.each(Object.entries(sequences))("%s", async (_name, tell) => {
          const stories: Story[] = []
          await tell({
            ...store,
            async buy(...order) {
              const story = await store.buy(...order)
              stories.push(story)
              return story
            },
          })
          expect(stories.length).toBeGreaterThan(0)
          for (const story of stories) {
            await story.expectHealthy()
          }
        })
      })
    },
  })
}
