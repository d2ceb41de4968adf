import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { findPayments } from "../../src/workflows/stripe-sync"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { check } from "../support/refund-checks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ getContainer }) => {
    describe("the payments of a payment intent", () => {
      beforeEach(() => stripe.control.reset())

      const pay = (legacy = false) =>
        createPaidOrder(
          getContainer(),
          stripe,
          {
            currency_code: "eur",
            items: [{ title: "Mug", quantity: 1, unit_price: 10 }],
          },
          [{ amount: 10, legacy }]
        )
      const payments = () =>
        getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)(
          "payment"
        )
      const find = (id: string | null | undefined) =>
        findPayments(getContainer(), [String(id)]).then((found) =>
          (found.get(String(id)) ?? []).map((each) => [
            each.payment_id,
            each.order_id,
          ])
        )
      const own = ({ id, payments: [payment] }: PaidOrder) => [
        [payment?.id, id],
      ]

      it("are found, also those that came after the first look", async () => {
        const first = await pay()
        expect(await find(first.payments[0]?.payment_intent)).toEqual(
          own(first)
        )
        const second = await pay()
        expect(await find(second.payments[0]?.payment_intent)).toEqual(
          own(second)
        )
        expect(await find("pi_elsewhere")).toEqual([])
      })

      it("are found by a charge, which pays alone where there is no intent", async () => {
        const legacy = await pay(true)
        expect(await find(legacy.payments[0]?.charge)).toEqual(own(legacy))
      })

      it("are not found once the payment is deleted in Medusa", async () => {
        const order = await pay()
        const intent = order.payments[0]?.payment_intent
        expect(await find(intent)).toHaveLength(1)
        await payments().update({ deleted_at: new Date() })
        expect(await find(intent)).toEqual([])
      })

      it("are found, too, where they were copied into the database: a check of all books looks at every payment", async () => {
        const order = await pay()
        const intent = order.payments[0]?.payment_intent
        await find(intent)
        const [row] = await payments()
        await payments().insert({
          ...row,
          id: "pay_00000000000000000000000000",
          payment_session_id: "payses_copy",
        })
        expect(await find(intent)).toHaveLength(1)
        await check(getContainer())
        expect(await find(intent)).toHaveLength(2)
      })
    })
  },
})
