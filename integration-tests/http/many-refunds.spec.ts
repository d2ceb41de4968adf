import { refundPaymentWorkflow } from "@medusajs/core-flows"
import { refundOrders } from "../../src/workflows"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { useNativeRefundRoute } from "../support/plugin-options"
import { check } from "../support/refund-checks"
import { storeIsQuiet } from "../support/store-is-quiet"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

/** `MANY_REFUNDS=10000 npm run test:http -- many-refunds` makes more. */
const refunds = Number(process.env.MANY_REFUNDS ?? 40)
/** Of each order, one unit at a time. */
const EACH = 5
const LONG_MS = 3_600_000

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ getContainer }) => {
    it(
      "after many refunds, ours and Medusa's own at the same time, the doctor finds nothing",
      async () => {
        stripe.control.reset()
        const container = getContainer()
        useNativeRefundRoute(container, "core")
        const orders: PaidOrder[] = []
        while (orders.length * EACH < refunds) {
          orders.push(
            await createPaidOrder(
              container,
              stripe,
              {
                currency_code: "eur",
                items: [
                  {
                    title: "Shirt",
                    quantity: EACH,
                    unit_price: 19.99,
                    tax_lines: [{ code: "vat", rate: 19 }],
                    adjustments: [{ code: "TEN", amount: 10 }],
                  },
                ],
              },
              [{ amount: 107.0405 }]
            )
          )
        }
        for (let round = 0; round < EACH; round++) {
          // Every fifth refund of an order is Medusa's, each order at another time.
          const isMedusas = (index: number) => index % EACH === round
          const medusas = orders.filter((_, index) => isMedusas(index))
          const ours = orders.filter((_, index) => !isMedusas(index))
          await Promise.all([refundByUs(ours), refundByMedusa(medusas)])
          await storeIsQuiet(container)
        }
        expect(await check(container)).toEqual([])
        const given = stripe.control.snapshot().refunds
        expect(given).toHaveLength(orders.length * EACH)
      },
      LONG_MS
    )

    async function refundByUs(orders: PaidOrder[]): Promise<void> {
      const done = refundOrders(
        getContainer(),
        orders.map(({ id, items }) => ({
          order_id: id,
          request: {
            items: [{ item_id: String(items[0]?.id), quantity: 1 }],
          },
        }))
      )
      for await (const { error } of done) {
        expect(error).toBeUndefined()
      }
    }

    async function refundByMedusa(orders: PaidOrder[]): Promise<void> {
      for (const { payments } of orders) {
        await refundPaymentWorkflow(getContainer()).run({
          input: { payment_id: String(payments[0]?.id), amount: 20 },
        })
      }
    }
  },
})
