import { join } from "node:path"
import { readBooks } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { useNativeRefundRoute } from "../support/plugin-options"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { serveStore, type ServedStore } from "../support/serve-store"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const OURS = join(__dirname, "../../src")
const store = (rules: string) => join(__dirname, "../store-rules", rules)

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let order: PaidOrder
    let served: ServedStore

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      order = await createPaidOrder(getContainer(), stripe, BASKET, [
        { amount: BASKET_TOTAL },
      ])
    })
    afterEach(() => served.close())

    type Mode = "safe" | "core" | null
    const serve = async (rules: string, mode: Mode = "safe") => {
      useNativeRefundRoute(getContainer(), mode ?? "core")
      served = await serveStore(getContainer(), [
        ...(mode ? [OURS] : []),
        store(rules),
      ])
    }
    const books = () => readBooks(getContainer(), stripe, order)
    const post = async (
      path: string,
      body: object = {},
      headers: Record<string, string> = {}
    ) => {
      const answer = await fetch(`${served.url}${path}`, {
        method: "POST",
        headers: {
          ...refunds.admin.headers,
          "content-type": "application/json",
          ...headers,
        },
        body: JSON.stringify(body),
      })
      const data = (await answer.json()) as Record<string, unknown>
      const reported = answer.headers.get("x-reported")
      return { status: answer.status, data, ...(reported ? { reported } : {}) }
    }
    const refundPath = () => `/admin/payments/${order.payments[0]?.id}/refund`
    const cancelPath = () => `/admin/orders/${order.id}/cancel`
    const ownRefundPath = () => `/admin/orders/${order.id}/refunds`

    const NATIVE = [
      ["Medusa's refund", refundPath],
      ["Medusa's cancellation", cancelPath],
    ] as const
    const OWN = [
      ["our refund", ownRefundPath],
      ["our withdrawal", () => "/admin/order-refunds/orref_1/withdraw"],
    ] as const

    describe.each([
      ["without us", null],
      ["with us, safe", "safe"],
      ["with us, core", "core"],
    ] as const)("a store's own rules, %s", (_, mode) => {
      const routes = mode ? [...NATIVE, ...OWN] : NATIVE

      it.each(routes)("its guards refuse %s", async (_name, path) => {
        await serve("guards", mode)
        const before = await books()
        for (const rule of ["everything", "wildcard", "regex", "route"]) {
          expect(await post(path(), {}, { "x-refused-by": rule })).toEqual({
            status: 403,
            data: { refused_by: rule },
          })
        }
        expect(await post(path(), {}, { "x-refused-by": "throwing" })).toEqual({
          status: 403,
          data: { type: "forbidden", message: "Ask the shop owner." },
        })
        const { status } = await post(path(), { note: "x".repeat(2000) })
        expect(status).toBe(413)
        expect(await books()).toEqual(before)
      })

      it("its guards can change what is refunded", async () => {
        await serve("guards", mode)
        const { status } = await post(
          refundPath(),
          { amount: 40 },
          { "x-capped": "1" }
        )
        expect(status).toBe(200)
        expect(await books()).toMatchObject({
          refund_rows: "5",
          stripe_minor: 500,
        })
        expect((await post(cancelPath())).status).toBe(200)
        expect((await books()).stripe_minor).toBe(12541)
      })

      it.each(NATIVE)(
        "its own route takes the place of %s",
        async (_name, path) => {
          await serve("routes", mode)
          const { status, data } = await post(path())
          expect(status).toBe(200)
          expect(path()).toContain(data.of_the_store)
          expect((await books()).stripe_minor).toBe(0)
        }
      )

      it("its error handler answers every refusal", async () => {
        await serve("error-handler", mode)
        const of_the_store = { type: "invalid_data" }
        for (const body of [{ amount: 500 }, { amount: 1, lines: [] }]) {
          expect(await post(refundPath(), body)).toMatchObject({
            status: 418,
            data: { of_the_store },
          })
        }
        expect((await post(cancelPath())).status).toBe(200)
        expect(await post(cancelPath())).toMatchObject({
          status: 418,
          data: { of_the_store },
        })
      })
    })

    describe("our refusals", () => {
      const STALE = {
        status: 409,
        data: {
          type: "conflict",
          code: "plan_changed",
          message: expect.stringContaining("changed"),
          details: { refund_plan: { amount: "5.95" } },
        },
      }
      const staleBody = { shipping: "all", plan_hash: "of another plan" }

      it("reach a store's error handler with code and details", async () => {
        await serve("error-handler")
        expect(await post(refundPath(), { amount: 500 })).toMatchObject({
          status: 418,
          data: {
            of_the_store: {
              code: "amount_exceeds_payment",
              details: { largest_amount: "125.41" },
            },
          },
        })
        expect(await post(ownRefundPath(), staleBody)).toMatchObject({
          status: 418,
          data: { of_the_store: STALE.data },
        })
      })

      it("are answered in full where a store's error handler ends in Medusa's", async () => {
        await serve("reporting-error-handler")
        expect(await post(ownRefundPath(), staleBody)).toMatchObject({
          ...STALE,
          reported: "conflict",
        })
        expect(await post(refundPath(), { amount: -1 })).toMatchObject({
          status: 400,
          data: { type: "invalid_data" },
          reported: "invalid_data",
        })
      })

      it.each(["give-back", "give-back-wrapped"])(
        "keep code and details in a store's own route %s",
        async (route) => {
          await serve("own-routes")
          const input = {
            order_id: order.id,
            request: { shipping: "all" },
            plan_hash: "of another plan",
          }
          expect(await post(`/admin/${route}`, input)).toMatchObject(STALE)
        }
      )

      it("say so when an id is none, with our error handler", async () => {
        await serve("own-routes")
        expect(await post("/admin/order-refunds/%E0%A4%A/retry")).toMatchObject(
          { status: 400, data: { code: "invalid_request" } }
        )
      })
    })
  },
})
