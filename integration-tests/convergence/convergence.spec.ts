import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { setTimeout as wait } from "node:timers/promises"
import type Stripe from "stripe"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { startReconciliation } from "../../src/workflows/reconciliation"
import { copyDatabase, restoreDatabase } from "../support/database-copy"
import type { PaidOrder } from "../support/paid-order"
import { createRandom, type Random } from "../support/random"
import { DOORS, inboxSettled, send } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { dump } from "./dump"
import { makeHistory, newsOf } from "./history"

/** `REFUNDS_TEST_SEEDS=50` tries as many histories; `..._FROM=8` starts elsewhere. */
const SEEDS = Number(process.env.REFUNDS_TEST_SEEDS ?? 5)
const FROM = Number(process.env.REFUNDS_TEST_SEEDS_FROM ?? 1)

jest.setTimeout(300_000)

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

type Delivery = { event: Stripe.Event; door: string }

const through =
  (door: string) =>
  (event: Stripe.Event): Delivery => ({ event, door })

/** What can become of news on its way. */
const WAYS: Record<
  string,
  (news: Stripe.Event[], random: Random) => Delivery[]
> = {
  "in order": (news) => news.map(through(DOORS.ours)),
  reversed: (news) => [...news].reverse().map(through(DOORS.ours)),
  shuffled: (news, random) => random.shuffle(news).map(through(DOORS.ours)),
  "each three times": (news, random) =>
    random.shuffle([...news, ...news, ...news]).map(through(DOORS.ours)),
  "half through each door": (news, random) =>
    random
      .shuffle(news)
      .map((event, index) =>
        through(index % 2 ? DOORS.ours : DOORS.medusas)(event)
      ),
  "half dropped, then reconciled": (news, random) =>
    news.filter(() => random.chance(0.5)).map(through(DOORS.ours)),
}

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    const service = () =>
      getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)

    async function deliver(deliveries: Delivery[]): Promise<void> {
      for (const { event, door } of deliveries) {
        const { status } = await send(api, JSON.stringify(event), { door })
        expect(status).toBe(200)
      }
      await inboxSettled(
        getContainer(),
        new Set(deliveries.map(({ event }) => event.id)).size
      )
    }

    async function reconcile(): Promise<void> {
      const { reconciliation, done } = await startReconciliation(
        getContainer(),
        { trigger: "manual", started_by: null }
      )
      await done
      const [[ended]] = await service().listAndCountReconciliations(
        { id: reconciliation.id },
        { take: 1, skip: 0 }
      )
      expect(ended?.status).toBe("completed")
    }

    /** Medusa tells of its own refunds by events; they are part of the history. */
    async function nativeRefundsRecorded(orders: PaidOrder[]): Promise<void> {
      const open = async () => {
        const missing = []
        for (const { id } of orders) {
          const { order_refunds } = await service().readOrderRefundLedger(id)
          missing.push(
            ...order_refunds.filter(({ status }) => status === "processing")
          )
        }
        return missing.length
      }
      do {
        await wait(500)
      } while ((await open()) > 0)
    }

    describe("the same news", () => {
      it.each(Array.from({ length: SEEDS }, (_, index) => FROM + index))(
        "leads to the same end, however it comes (history %i)",
        async (seed) => {
          stripe.control.reset()
          const orders = await makeHistory({
            container: getContainer(),
            stripe,
            random: createRandom(seed),
          })
          await nativeRefundsRecorded(orders)
          const news = newsOf(stripe)
          expect(news.length).toBeGreaterThan(150)
          await copyDatabase(getContainer())
          const ends: [string, string][] = []
          for (const [way, plan] of Object.entries(WAYS)) {
            const t0 = Date.now()
            await restoreDatabase(getContainer())
            const t1 = Date.now()
            await deliver(plan(news, createRandom(seed)))
            if (way.endsWith("reconciled")) {
              await reconcile()
            }
            const t2 = Date.now()
            ends.push([way, await dump(getContainer(), stripe, orders)])
            process.stderr.write(
              `TIME ${way} restore ${t1 - t0} deliver ${t2 - t1} dump ${Date.now() - t2} news ${news.length}\n`
            )
          }
          const [[, first] = ["", ""]] = ends
          for (const [way, end] of ends) {
            expect(`${way}\n${end}`).toBe(`${way}\n${first}`)
          }
        }
      )
    })
  },
})
