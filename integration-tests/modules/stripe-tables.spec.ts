import { moduleIntegrationTestRunner } from "@medusajs/test-utils"
import { resolve } from "node:path"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import * as models from "../../src/modules/refunds/models"
import type { RefundsModuleService } from "../../src/modules/refunds/service"

const NOW = new Date("2026-06-01T12:00:00Z")
const LATER = new Date(NOW.getTime() + 60_000)

moduleIntegrationTestRunner<RefundsModuleService>({
  moduleName: REFUNDS_MODULE,
  resolve: resolve(__dirname, "../../src/modules/refunds"),
  moduleModels: Object.values(models),
  dbName: `stripe-tables-${process.pid}`,
  testSuite: ({ service }) => {
    describe("the look at the inbox", () => {
      const receive = (id: string, status: "received" | "ignored") =>
        service.inbox.receive(
          {
            id,
            type: "refund.created",
            status,
            api_version: null,
            object_id: null,
            payment_intent: "pi_1",
            charge: null,
            request_key: null,
            reason: null,
          },
          NOW
        )
      const ids = async () =>
        (await service.inbox.listAndCount({}, { take: 9, skip: 0 }))[0]
          .map(({ id }) => id)
          .sort()
      const FUTURE = new Date("2100-01-01")
      const PAST = new Date("2000-01-01")

      it("forgets old events that have come to their end, and no others", async () => {
        for (const id of ["evt_done", "evt_failed", "evt_waits"]) {
          await receive(id, "received")
        }
        await receive("evt_ignored", "ignored")
        const leased = await service.inbox.lease({
          now: NOW,
          lease_ms: 1000,
          limit: 2,
          ids: ["evt_done", "evt_failed"],
        })
        for (const { id, attempts } of leased) {
          await service.inbox.finish([{ id, attempts }], {
            status: id === "evt_done" ? "processed" : "failed",
            reason: null,
            now: NOW,
          })
        }
        await service.inbox.prune(PAST, NOW)
        expect(await ids()).toHaveLength(4)
        await service.inbox.prune(FUTURE, NOW)
        expect(await ids()).toEqual(["evt_failed", "evt_waits"])
      })

      it("tells whether one is due, and can be taken", async () => {
        const due = async (now: Date) =>
          (await service.inbox.prune(PAST, now)).due
        expect(await due(NOW)).toBe(false)
        await receive("evt_ignored", "ignored")
        expect(await due(NOW)).toBe(false)
        await receive("evt_1", "received")
        expect(await due(new Date(NOW.getTime() - 1))).toBe(false)
        expect(await due(NOW)).toBe(true)
        await service.inbox.lease({ now: NOW, lease_ms: 30_000, limit: 1 })
        await receive("evt_2", "received")
        // Whoever is at the payment takes it, too.
        expect(await due(NOW)).toBe(false)
        expect(await due(LATER)).toBe(true)
      })
    })

    describe("the payments of the store by their ids at Stripe", () => {
      const payment = (
        id: string,
        stripe_id: string | null,
        charge?: string
      ) => ({
        id,
        stripe_id,
        charge: charge ?? null,
      })

      it("are found by payment intent or charge, all that one has", async () => {
        await service.stripePayments.note([
          payment("pay_1", "pi_1", "ch_1"),
          payment("pay_2", "pi_1", "ch_1"),
          payment("pay_3", "ch_3"),
          payment("pay_4", null),
        ])
        const find = async (...ids: string[]) =>
          (await service.stripePayments.find(ids)).sort()
        expect(await find("pi_1")).toEqual(["pay_1", "pay_2"])
        expect(await find("ch_1")).toEqual(["pay_1", "pay_2"])
        expect(await find("ch_3", "pi_0")).toEqual(["pay_3"])
        expect(await find()).toEqual([])
      })

      it("are as they were noted last", async () => {
        await service.stripePayments.note([payment("pay_1", "pi_1")])
        await service.stripePayments.note([payment("pay_1", "pi_2", "ch_2")])
        await service.stripePayments.note([payment("pay_1", "pi_2", "ch_2")])
        expect(await service.stripePayments.find(["pi_1"])).toEqual([])
        expect(await service.stripePayments.find(["ch_2"])).toEqual(["pay_1"])
      })

      it("have a last one, of those that are before another", async () => {
        const last = () => service.stripePayments.lastBefore("pay_5")
        expect(await last()).toBeNull()
        await service.stripePayments.note(
          ["pay_1", "pay_4", "pay_6", "pay_mine"].map((id) => payment(id, null))
        )
        expect(await last()).toBe("pay_4")
      })
    })

    describe("the last reconciliation", () => {
      it("is the newest one, or the newest that has come to its end", async () => {
        const start = (now: Date) =>
          service.reconciliations.start({
            trigger: "schedule",
            started_by: null,
            now,
            deadBefore: new Date(0),
          })
        expect(await service.reconciliations.lastStart()).toBeNull()
        const { reconciliation } = await start(NOW)
        await service.reconciliations.finish(reconciliation.id, null)
        await start(LATER)
        expect(await service.reconciliations.lastStart()).toEqual(LATER)
        expect(await service.reconciliations.lastStart("completed")).toEqual(
          NOW
        )
      })
    })
  },
})
