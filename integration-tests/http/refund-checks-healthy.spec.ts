import type { AdminRefundCheckResponse } from "../../src/types"
import { makeHealthyStore } from "../support/healthy-store"
import { check } from "../support/refund-checks"
import { refundsApi } from "../support/refunds-api"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

const MANY_ORDERS_MS = 180_000

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a store whose books are right", () => {
      it(
        "has no findings, whatever happened to its orders, and a repair changes nothing",
        async () => {
          stripe.control.reset()
          const container = getContainer()
          const refunds = await refundsApi(api, container)
          const orders = await makeHealthyStore({
            api,
            container,
            stripe,
            refunds,
          })
          const named = Object.entries(orders)
          const findings = (await check(container)).map((finding) => ({
            ...finding,
            order: named.find(([, { id }]) => id === finding.order_id)?.[0],
          }))
          expect(findings).toEqual([])
          const { data } = await refunds.post<AdminRefundCheckResponse>(
            "/admin/refund-checks",
            { repair: true }
          )
          // All but the one that is only authorised.
          expect(data.refund_check).toEqual({
            orders: named.length - 1,
            findings: [],
            next: null,
          })
        },
        MANY_ORDERS_MS
      )
    })
  },
})
