import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { startReconciliation } from "../../src/workers/reconciliation"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { useNativeRefundRoute } from "../support/plugin-options"
import { check, codesOf } from "../support/refund-checks"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import {
  deliverAll,
  eventsOf,
  inboxSettled,
  send,
} from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      useNativeRefundRoute(getContainer(), "safe")
    })

    const database = () =>
      getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const order = (units: number, paid: number) =>
      createPaidOrder(
        getContainer(),
        stripe,
        {
          currency_code: "eur",
          items: [{ title: "Socks", quantity: units, unit_price: 10 }],
        },
        [{ amount: paid }]
      )
    /** Makes one payment intent serve the payments of several orders. */
    const share = async (amount: number, orders: PaidOrder[]) => {
      const { payment_intent, charge } = stripe.control.createPaidPaymentIntent(
        { amount: amount * 100, currency: "eur" }
      )
      await database()("payment")
        .whereIn(
          "id",
          orders.flatMap(({ payments }) => payments.map(({ id }) => id))
        )
        .update({
          data: { ...payment_intent, latest_charge: charge.id },
        })
      return String(payment_intent?.id)
    }
    /** 30.00 of one order and 50.00 of another one, paid at once. */
    const split = async () => {
      const first = await order(3, 30)
      const second = await order(5, 50)
      return { first, second, intent: await share(80, [first, second]) }
    }
    const socks = (of: PaidOrder, quantity: number) => ({
      items: [{ item_id: of.items[0]?.id, quantity }],
    })
    const delivered = () => deliverAll(getContainer(), stripe, api)
    const reconcile = async () => {
      const { reconciliation, done } = await startReconciliation(
        getContainer(),
        { trigger: "manual", started_by: null }
      )
      await done
      const service =
        getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
      const [[ended]] = await service.reconciliations.listAndCount(
        { id: reconciliation.id },
        { take: 1, skip: 0 }
      )
      const entries = await service.reconciliations.readEntries(
        reconciliation.id
      )
      return { ...ended, entries }
    }
    const expectMoney = async (
      of: PaidOrder,
      refunded: string,
      refundable: string
    ) =>
      expect((await refunds.overview(of.id)).summary).toMatchObject({
        refunded,
        refundable,
      })
    const sourcesOf = async (of: PaidOrder) =>
      (await refunds.overview(of.id)).order_refunds.map(({ source }) => source)
    const expectAgreement = async () => {
      expect((await reconcile()).entries).toEqual([])
      expect(await check(getContainer())).toEqual([])
    }

    describe("one payment intent for the payments of several orders", () => {
      it("is refunded for each of them up to its own part", async () => {
        const { first, second } = await split()
        await expectMoney(first, "0.00", "30.00")
        await expectMoney(second, "0.00", "50.00")
      })

      it("keeps a refund of one order out of the other one", async () => {
        const { first, second } = await split()
        const { status } = await refunds.create(first.id, socks(first, 2))
        expect(status).toBe(200)
        await delivered()
        await expectMoney(first, "20.00", "10.00")
        await expectMoney(second, "0.00", "50.00")
        expect(await sourcesOf(second)).toEqual([])
        await expectAgreement()
      })

      it("is read again for an event that says what is known: it is news for the other order", async () => {
        const { first, second } = await split()
        for (const { id } of [second, first]) {
          const { status } = await refunds.create(id, {
            adjustment: { amount: 10, description: "late" },
          })
          expect(status).toBe(200)
        }
        await deliverAll(getContainer(), stripe, api)
        const [known] = eventsOf(stripe).filter(
          ({ type }) => type === "refund.created"
        )
        const echo = stripe.control.duplicateEvent(String(known?.id))
        const object = await stripe.client.refunds.retrieve(
          String(Reflect.get(echo.data.object, "id"))
        )
        const asked = stripe.control.requests().length
        await send(api, JSON.stringify({ ...echo, data: { object } }))
        await inboxSettled(getContainer())
        expect(stripe.control.requests().length).toBeGreaterThan(asked)
      })

      it("keeps a refund whose answer was lost out of the other one, too", async () => {
        const { first, second } = await split()
        for (const each of [first, second]) {
          stripe.control.addFault({
            method: "POST",
            path: "/v1/refunds",
            effect: "reset_after",
            times: 2,
          })
          const { status } = await refunds.create(each.id, socks(each, 1))
          expect(status).toBe(202)
        }
        await delivered()
        for (const each of [first, second]) {
          expect((await refunds.overview(each.id)).order_refunds).toMatchObject(
            [{ source: "admin", status: "succeeded", amount: "10.00" }]
          )
        }
        await expectAgreement()
      })

      it("knows Medusa's own refund by its key, and the order by its payment", async () => {
        const { first, second } = await split()
        useNativeRefundRoute(getContainer(), "core")
        const { status } = await refunds.post(
          `/admin/payments/${second.payments[0]?.id}/refund`,
          { amount: 20 }
        )
        expect(status).toBe(200)
        await delivered()
        expect(await sourcesOf(first)).toEqual([])
        expect(await sourcesOf(second)).toEqual(["medusa"])
        await expectMoney(first, "0.00", "30.00")
        await expectMoney(second, "20.00", "30.00")
        await expectAgreement()
      })

      it("reports a refund that nothing tells the order of, and holds it back from each", async () => {
        const { first, second, intent } = await split()
        const refund = stripe.control.refundInDashboard({
          payment_intent: intent,
          amount: 500,
        })
        await delivered()
        for (const each of [first, second]) {
          expect(await sourcesOf(each)).toEqual([])
        }
        await expectMoney(first, "0.00", "25.00")
        await expectMoney(second, "0.00", "45.00")
        const { data } = await refunds.get<{
          stripe_events: { object_id: string; reason: string }[]
        }>("/admin/stripe-events?status=failed")
        // Stripe tells of a refund in several events.
        expect(data.stripe_events.length).toBeGreaterThan(0)
        for (const event of data.stripe_events) {
          expect(event).toMatchObject({
            object_id: refund.id,
            reason: expect.stringContaining(String(second.id)),
          })
        }
        const { entries } = await reconcile()
        expect(entries).toMatchObject([
          { kind: "drift", message: expect.stringContaining(refund.id) },
          { kind: "drift", message: expect.stringContaining(refund.id) },
        ])
        expect(entries.map(({ order_id }) => order_id).sort()).toEqual(
          [first.id, second.id].sort()
        )
        expect(
          codesOf(await check(getContainer())).filter(
            (code) => code !== "stripe_event_failed"
          )
        ).toEqual(["stripe_refund_unclear", "stripe_refund_unclear"])
        // A merchant says at Stripe what it was for.
        await stripe.client.refunds.update(refund.id, {
          metadata: { order_id: second.id },
        })
        await delivered()
        expect(await sourcesOf(first)).toEqual([])
        expect(await sourcesOf(second)).toEqual(["stripe"])
        await expectMoney(first, "0.00", "30.00")
        await expectMoney(second, "5.00", "45.00")
        const repaired = await check(getContainer(), { repair: true })
        expect(repaired.filter((each) => !each.repaired)).toEqual([])
        await expectAgreement()
      })

      it("has nothing left once another payment gave all of it back", async () => {
        const first = await order(8, 80)
        const second = await order(8, 80)
        await share(80, [first, second])
        await refunds.create(first.id, { items: "all" })
        const { status, data } = await refunds.create(
          second.id,
          socks(second, 1)
        )
        expect(status).toBe(422)
        expect(data).toMatchObject({ code: "provider_declined" })
        expect(await sourcesOf(second)).toEqual(["admin"])
        await expectMoney(second, "0.00", "0.00")
        await expectMoney(first, "80.00", "0.00")
      })
    })
  },
})
