import {
  beginOrderEditOrderWorkflow,
  capturePaymentWorkflow,
} from "@medusajs/core-flows"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { PaidOrder, PaymentRecipe } from "../../support/paid-order"
import { SHIPPING, SHIRTS } from "../../support/recipes"
import { check, codesOf } from "../../support/refund-checks"
import {
  openStockedStore,
  type StockedProduct,
  type StockedStore,
} from "../../support/stocked-store"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import {
  readHeldBooks,
  releaseLab,
  type ReleaseLab,
} from "./support/release-lab"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const TOTAL = 65.4143

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    describe("what can be released, and what cannot", () => {
      let lab: ReleaseLab
      let store: StockedStore
      let shirt: StockedProduct

      beforeEach(async () => {
        stripe.control.reset()
        lab = await releaseLab(api, getContainer())
        store = await openStockedStore(getContainer())
        shirt = await store.stock("Shirt", 10)
      })

      const buy = (payment: Partial<PaymentRecipe> = {}) =>
        store.order(
          stripe,
          {
            currency_code: "eur",
            items: [{ ...SHIRTS, variant_id: shirt.variant_id }],
            shipping_methods: [SHIPPING],
          },
          [{ amount: TOTAL, capture: false, ...payment }]
        )
      const itemOf = (order: PaidOrder) => String(order.items[0]?.id)
      const units = (order: PaidOrder, quantity = 1) => ({
        items: [{ item_id: itemOf(order), quantity }],
      })
      const books = (order: PaidOrder) =>
        readHeldBooks(getContainer(), stripe, order)
      const expectRefusal = async (
        order: { id: string },
        body: object,
        status: number,
        code: string
      ) => {
        for (const ask of [lab.preview, lab.release]) {
          const answer = await ask(order.id, body)
          expect([answer.status, answer.data.code]).toEqual([status, code])
        }
        expect(await lab.rows(order.id)).toEqual([])
      }

      it("shows a plan without writing anything", async () => {
        const order = await buy()
        const before = await books(order)
        expect((await lab.preview(order.id, units(order))).status).toBe(200)
        expect(await books(order)).toEqual(before)
        expect(await lab.rows(order.id)).toEqual([])
      })

      it("refuses an order that does not exist, and bodies that make no sense", async () => {
        const order = await buy()
        await expectRefusal(
          { id: "order_none" },
          { items: "all" },
          404,
          "order_not_found"
        )
        await expectRefusal(order, { amount: 5 }, 400, "invalid_request")
        await expectRefusal(order, { items: [{}] }, 400, "invalid_request")
        await expectRefusal(order, {}, 400, "nothing_to_refund")
      })

      it("refuses what was captured already: that is refunded", async () => {
        const order = await buy()
        await capturePaymentWorkflow(getContainer()).run({
          input: { payment_id: String(order.payments[0]?.id) },
        })
        await expectRefusal(order, units(order), 400, "order_already_captured")
      })

      it("refuses while an edit is open", async () => {
        const order = await buy()
        await beginOrderEditOrderWorkflow(getContainer()).run({
          input: { order_id: order.id },
        })
        await expectRefusal(order, units(order), 409, "order_has_active_change")
      })

      it("refuses units that were shipped, and takes only the others for all", async () => {
        const order = await buy()
        await store.ship(order, [{ id: itemOf(order), quantity: 2 }])
        await expectRefusal(
          order,
          units(order, 2),
          400,
          "quantity_exceeds_refundable"
        )
        const { data } = await lab.release(order.id, { items: "all" })
        expect(data.order_release).toMatchObject({
          kind: "capture_less",
          status: "succeeded",
          lines: [{ quantity: 1 }],
          released: "19.82",
        })
        expect(await store.shelf(shirt)).toEqual({ stocked: 8, reserved: 0 })
      })

      it("refuses another plan than the merchant saw", async () => {
        const order = await buy()
        const { status, data } = await lab.release(order.id, {
          ...units(order),
          plan_hash: "the hash of another plan",
        })
        expect([status, data.code]).toEqual([409, "plan_changed"])
        expect(data.details).toMatchObject({
          release_plan: { released: "19.82" },
        })
        expect((await books(order)).stripe).toEqual([["requires_capture", 0]])
      })

      it("carries out one of two that come at the same moment", async () => {
        const order = await buy()
        const answers = await Promise.all([
          lab.release(order.id, units(order, 1)),
          lab.release(order.id, units(order, 2)),
        ])
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
        expect(answers.flatMap(({ data }) => data.code ?? [])).toEqual([
          "order_already_captured",
        ])
        expect((await books(order)).captures).toHaveLength(1)
      })

      it.each(["system", "bank"] as const)(
        "captures less and voids at another provider, and says what it cannot know: %s",
        async (provider) => {
          const order = await buy({ provider })
          const preview = await lab.preview(order.id, units(order))
          expect(preview.data.release_plan.warnings).toMatchObject([
            { code: "rest_not_released" },
          ])
          const part = await lab.release(order.id, units(order))
          expect(part.data.order_release).toMatchObject({
            status: "succeeded",
            capture_amount: "45.59",
          })
          expect(await books(order)).toMatchObject({
            payment_status: "captured",
            pending: "0",
            captures: ["45.59"],
            transactions: ["45.59"],
          })
          const other = await buy({ provider })
          const all = await lab.release(other.id, {
            items: "all",
            shipping: "all",
          })
          expect(all.data.order_release).toMatchObject({
            kind: "void",
            status: "succeeded",
          })
          expect(await books(other)).toMatchObject({
            payment_status: "canceled",
            captures: [],
          })
        }
      )

      it("leaves books in which a check finds nothing", async () => {
        const order = await buy()
        await lab.release(order.id, { ...units(order), shipping: "all" })
        await lab.refunds.create(order.id, units(order))
        expect(
          codesOf(await check(getContainer(), { order_id: order.id }))
        ).toEqual([])
      })
    })
  },
})
