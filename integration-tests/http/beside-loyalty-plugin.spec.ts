/**
 * A store with another plugin, whose hooks stay in the process.
 *
 * @jest-environment node
 */
import { Modules } from "@medusajs/framework/utils"
import { readBooks } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { storeTests } from "../support/store-tests"
import { deliverAll } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"

let stripe: TestStripe
beforeAll(async () => {
  process.env.REFUNDS_TEST_LOYALTY = "yes"
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/** What we need of the loyalty plugin's own module. */
type StoreCredits = {
  listAccountTransactions(): Promise<{ amount: unknown; type: string }[]>
}

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
    })

    const pay = (customer: { customer_id?: string }) =>
      createPaidOrder(getContainer(), stripe, { ...BASKET, ...customer }, [
        { amount: BASKET_TOTAL },
      ])
    const customer = async (has_account: boolean) => {
      const { id } = await getContainer()
        .resolve(Modules.CUSTOMER)
        .createCustomers({ email: "customer@example.com", has_account })
      return { customer_id: id }
    }
    const storeCredit = async () => {
      const credits = getContainer().resolve<StoreCredits>("store_credit")
      return (await credits.listAccountTransactions()).map(({ amount }) =>
        Number(amount)
      )
    }
    const post = async (path: string, body: object = {}) => {
      const { status, data } = await refunds.post<Record<string, unknown>>(
        path,
        body
      )
      expect([status, data.message]).toEqual([200, undefined])
    }
    const failLate = async (order: PaidOrder) => {
      const [refund] = (await refunds.overview(order.id)).order_refunds
      stripe.control.failRefund(
        String(refund?.transactions[0]?.stripe_refund_id)
      )
      await deliverAll(getContainer(), stripe, api)
      return String(refund?.id)
    }
    const books = (order: PaidOrder) => readBooks(getContainer(), stripe, order)

    describe("beside Medusa's loyalty plugin", () => {
      it("is a store where Medusa's own credit line below zero gives store credit", async () => {
        const order = await pay(await customer(true))
        await post(`/admin/orders/${order.id}/cancel`)
        await failLate(order)
        expect(await books(order)).toMatchObject({
          pending_difference: "-125.41",
        })
        await post(`/admin/orders/${order.id}/credit-lines`, {
          amount: -125.41,
          reference: "order",
          reference_id: order.id,
        })
        expect(await storeCredit()).toEqual([125.41])
      })

      for (const [who, made] of [
        ["a customer with an account", () => customer(true)],
        ["a guest", () => customer(false)],
        ["an order without a customer", async () => ({})],
      ] as const) {
        it(`withdraws a failed refund of a cancelled order for ${who}: no store credit, and the books are right`, async () => {
          const order = await pay(await made())
          await post(`/admin/orders/${order.id}/cancel`)
          const id = await failLate(order)
          await post(`/admin/order-refunds/${id}/withdraw`)
          expect(await books(order)).toMatchObject({
            pending_difference: "0",
            credit_lines: "0",
            stripe_minor: 0,
          })
          expect(await storeCredit()).toEqual([])
        })
      }

      it("withdraws a failed refund of a living order: no store credit, and the books are right", async () => {
        const order = await pay(await customer(true))
        await post(`/admin/orders/${order.id}/refunds`, {
          items: [{ item_id: order.items[1]?.id, quantity: 1 }],
        })
        const id = await failLate(order)
        await post(`/admin/order-refunds/${id}/withdraw`)
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          credit_lines: "0",
          stripe_minor: 0,
        })
        expect(await storeCredit()).toEqual([])
      })
    })
  },
})
