import { Modules } from "@medusajs/framework/utils"
import { setTimeout as wait } from "node:timers/promises"
import type Stripe from "stripe"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import {
  acquireOrderLock,
  releaseOrderLock,
} from "../../src/workflows/common/order-lock"
import { startReconciliation } from "../../src/workers/reconciliation"
import { anHourLater } from "../support/an-hour-later"
import { copyDatabase, restoreDatabase } from "../support/database-copy"
import type { PaidOrder } from "../support/paid-order"
import { createRandom, type Random } from "../support/random"
import { DOORS, inboxSettled, send } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"
import { dump } from "./dump"
import { makeHistory, newsOf } from "./history"

/** `npm run test:convergence` tries fifty histories of forty orders each. */
const SEEDS = Number(process.env.CONVERGENCE_SEEDS ?? 3)
const FIRST_SEED = Number(process.env.CONVERGENCE_FIRST_SEED ?? 1)
const ORDERS = Number(process.env.CONVERGENCE_ORDERS ?? 6)
/** An order has at least so many in these histories. */
const EVENTS_PER_ORDER = 3

const AT_ONCE = 6
/** Longer than one of Medusa's own refunds takes to be recorded. */
const QUIET_MS = 1500

jest.setTimeout(1_200_000)

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

storeTests({
  testSuite: ({ api, getContainer }) => {
    const service = () =>
      getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)

    /** Stripe does not wait for one answer before it sends the next event. */
    async function deliver(deliveries: Delivery[]): Promise<void> {
      const waiting = [...deliveries]
      const sendOn = async () => {
        for (let next = waiting.shift(); next; next = waiting.shift()) {
          const { event, door } = next
          const { status } = await send(api, JSON.stringify(event), { door })
          expect(status).toBe(200)
        }
      }
      await Promise.all(Array.from({ length: AT_ONCE }, sendOn))
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
      const [[ended]] = await service().reconciliations.listAndCount(
        { id: reconciliation.id },
        { take: 1, skip: 0 }
      )
      expect(ended?.status).toBe("completed")
    }

    /**
     * Medusa tells of its own refunds by events of its own, which belong to the
     * history. Each ends when the order's lock is free again.
     */
    async function historyEnded(orders: PaidOrder[]): Promise<void> {
      const container = getContainer()
      const ids = (await refundRows(orders)).map(({ id }) => id)
      // A row that Stripe knows nothing of (it was refunded already, which
      // Medusa takes for success) never gets a record.
      let before = -1
      for (let recorded = 0; recorded > before;) {
        before = recorded
        await wait(QUIET_MS)
        recorded = (await service().transactions.recordedMedusaRefunds(ids))
          .size
      }
      for (const { id } of orders) {
        const lock = { order_id: id, owner_id: "test" }
        await acquireOrderLock(container, lock)
        await releaseOrderLock(container, lock)
      }
    }

    const refundRows = (orders: PaidOrder[]) =>
      getContainer()
        .resolve(Modules.PAYMENT)
        .listRefunds(
          {
            payment_id: orders.flatMap(({ payments }) =>
              payments.map(({ id }) => id)
            ),
          },
          { select: ["id"], take: 10_000 }
        )

    describe("the same news", () => {
      it.each(Array.from({ length: SEEDS }, (_, index) => FIRST_SEED + index))(
        "leads to the same end, however it comes (history %i)",
        async (seed) => {
          stripe.control.reset()
          const orders = await makeHistory(ORDERS, {
            container: getContainer(),
            stripe,
            random: createRandom(seed),
          })
          await historyEnded(orders)
          const news = newsOf(stripe)
          expect(news.length).toBeGreaterThan(ORDERS * EVENTS_PER_ORDER)
          await copyDatabase(getContainer())
          const ends: [string, string][] = []
          for (const [way, plan] of Object.entries(WAYS)) {
            await restoreDatabase(getContainer())
            await deliver(plan(news, createRandom(seed)))
            if (way.endsWith("reconciled")) {
              await reconcile()
            }
            // Medusa is left a minute for the books of its own refunds, and how
            // much of that was over when the news came depends on the machine.
            await anHourLater(getContainer())
            ends.push([way, await dump(getContainer(), stripe, orders)])
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
