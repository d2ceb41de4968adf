import {
  createCustomer,
  storefront,
  type Customer,
  type Storefront,
} from "../../support/customer"
import { readBooks } from "../../support/books"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { call } from "./support/call"
import { secretKey, strangers } from "./support/callers"
import {
  GUARDED_ROUTES,
  nameOf,
  ROUTES,
  routesOfTheFiles,
} from "./support/our-routes"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

it("knows every route of the plugin", () => {
  const known = [...ROUTES, ...GUARDED_ROUTES].map(nameOf)
  expect(known.sort()).toEqual(routesOfTheFiles().sort())
})

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let order: PaidOrder
    let customer: Customer

    // Before the first test, so that every test starts from this store.
    beforeAll(async () => {
      refunds = await refundsApi(api, getContainer())
      customer = await createCustomer(getContainer())
      order = await createPaidOrder(
        getContainer(),
        stripe,
        { ...BASKET, customer_id: customer.id },
        [{ amount: BASKET_TOTAL }]
      )
    })

    describe("the admin's routes", () => {
      const adminRoutes = [...ROUTES, ...GUARDED_ROUTES].filter(
        ({ caller }) => caller === "admin"
      )

      it("are closed to everybody who is no admin, and nothing moves", async () => {
        const before = await readBooks(getContainer(), stripe, order)
        const requests = stripe.control.requests().length
        const open: string[] = []
        for (const [who, headers] of await strangers(getContainer())) {
          for (const route of adminRoutes) {
            const id = route.path.includes("payments")
              ? order.payments[0]?.id
              : order.id
            const { status, data } = await call(api, route, {
              id,
              headers,
              body: route.method === "POST" ? { items: "all" } : undefined,
            })
            if (status !== 401 || Object.keys(data).join() !== "message") {
              open.push(`${who}: ${nameOf(route)} answers ${status}`)
            }
          }
        }
        expect(open).toEqual([])
        expect(stripe.control.requests()).toHaveLength(requests)
        expect(await readBooks(getContainer(), stripe, order)).toEqual(before)
        expect((await refunds.overview(order.id)).order_refunds).toEqual([])
      })

      it("are open to a secret API key, whose id the audit trail names", async () => {
        const headers = await secretKey(getContainer())
        const path = "/admin/orders/:id/refunds"
        const { status, data } = await call(
          api,
          { method: "POST", path },
          { id: order.id, headers, body: { shipping: "all" } }
        )
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          created_by: expect.stringMatching(/^apk_/),
        })
      })
    })

    describe("the customer's route", () => {
      let store: Storefront

      beforeEach(async () => {
        store = await storefront(api, getContainer())
        await refunds.create(order.id, { shipping: "all" })
      })

      const unknownOrder = async (token?: string) => {
        const { status, data } = await store.refundsOf("order_unknown", token)
        expect(status).toBe(404)
        return JSON.stringify(data).replaceAll("order_unknown", order.id)
      }

      it("tells strangers the same as for an order that does not exist, byte for byte", async () => {
        const other = await createCustomer(getContainer(), "other@example.com")
        const admin = refunds.admin.headers.authorization?.split(" ")[1]
        for (const token of [undefined, other.token, admin]) {
          const { status, data } = await store.refundsOf(order.id, token)
          expect(status).toBe(404)
          expect(JSON.stringify(data)).toBe(await unknownOrder(token))
        }
      })

      it("keeps an order that belongs to nobody from everybody", async () => {
        const guests = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
        for (const token of [undefined, customer.token]) {
          expect((await store.refundsOf(guests.id, token)).status).toBe(404)
        }
      })

      it("needs a publishable key, as every route of the store", async () => {
        const path = "/store/orders/:id/refunds"
        const headers = { authorization: `Bearer ${customer.token}` }
        const { status } = await call(
          api,
          { method: "GET", path },
          { id: order.id, headers }
        )
        expect(status).toBe(400)
      })
    })

    describe("Stripe's route", () => {
      it("is closed to an admin and to a customer without Stripe's signature", async () => {
        const path = "/hooks/refunds/stripe"
        for (const headers of [
          refunds.admin.headers,
          { authorization: `Bearer ${customer.token}` },
        ]) {
          const { status, data } = await call(
            api,
            { method: "POST", path },
            { headers, body: { id: "evt_1", type: "refund.created" } }
          )
          expect([status, data.code]).toEqual([400, "invalid_signature"])
        }
        expect(
          (await refunds.get<{ count: number }>("/admin/stripe-events")).data
            .count
        ).toBe(0)
      })
    })
  },
})
