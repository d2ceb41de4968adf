import { storeTests } from "../../../support/store-tests"
import { startTestStripe, type TestStripe } from "../../../support/test-stripe"
import { openGoodsStore, type GoodsStore } from "./goods-store"
import type { Sequences } from "./sequences/types"
import type { Story } from "./story"

type Tell = Sequences[string]

/** A story waits for the database and for other processes half of its time. */
const AT_ONCE = 3
const PRODUCTS = 40
/** Minutes; a busy machine takes several times as long. */
const TELL_MS = 900_000

/**
 * `SEQUENCES="fails late" npm run test:http -- goods/sequences` tells a part.
 * Not `-t`: the stories are told before the tests that report them.
 */
const chosen = process.env.SEQUENCES ?? ""

/**
 * Tells all sequences in one store, a few at once: each has its own order, its
 * own products and its own events. Afterwards the doctor must find nothing.
 */
export function tellSequences(themes: Record<string, Sequences>): void {
  const endings = new Map<Tell, Error | null>()
  const tellings = Object.entries(themes).flatMap(([theme, sequences]) =>
    Object.entries(sequences)
      .map(([name, tell]) => ({ theme, name, tell }))
      .filter((each) => `${each.theme} ${each.name}`.includes(chosen))
  )
  let stripe: TestStripe
  beforeAll(async () => {
    stripe = await startTestStripe()
  })
  afterAll(() => stripe.close())

  storeTests({
    testSuite: ({ api, getContainer }) => {
      it(
        "every sequence is told to its end",
        async () => {
          const container = getContainer()
          const store = await openGoodsStore(api, container, stripe, PRODUCTS)
          const waiting = [...tellings]
          const worker = async () => {
            for (let next = waiting.shift(); next; next = waiting.shift()) {
              endings.set(next.tell, await endingOf(next.tell, store))
            }
          }
          await Promise.all(Array.from({ length: AT_ONCE }, worker))
          expect(endings.size).toBe(tellings.length)
        },
        TELL_MS
      )
    },
  })

  // Not within the store's tests: each of those begins with a new database.
  it.each(
    tellings.map(({ theme, name, tell }) => [theme, name, tell] as const)
  )("%s: %s", (_theme, name, tell) => {
    const ending = endings.get(tell)
    if (ending) {
      throw ending
    }
    expect([name, ending]).toEqual([name, null])
  })
}

/** @returns what went wrong, or null */
async function endingOf(tell: Tell, store: GoodsStore): Promise<Error | null> {
  const stories: Story[] = []
  try {
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
    return null
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
