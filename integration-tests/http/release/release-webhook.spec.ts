import { Modules } from "@medusajs/framework/utils"
import type { CreateCaptureDTO } from "@medusajs/framework/types"
import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { SHIPPING, SHIRTS } from "../../support/recipes"
import { DOORS, eventsOf, send } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import {
  readHeldBooks,
  releaseLab,
  type ReleaseLab,
} from "./support/release-lab"
import { until } from "./support/until"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())
afterEach(() => jest.restoreAllMocks())

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    describe("Medusa's own webhook of a lower capture", () => {
      let lab: ReleaseLab
      let order: PaidOrder
      /** Captures that Medusa's webhook has come to the end of. */
      let handled: number

      beforeEach(async () => {
        stripe.control.reset()
        lab = await releaseLab(api, getContainer())
        order = await createPaidOrder(
          getContainer(),
          stripe,
          {
            currency_code: "eur",
            items: [SHIRTS],
            shipping_methods: [SHIPPING],
          },
          [{ amount: 65.4143, capture: false }]
        )
        handled = 0
        const payments = getContainer().resolve(Modules.PAYMENT)
        const original = payments.capturePayment.bind(payments)
        jest
          .spyOn(payments, "capturePayment")
          .mockImplementation(async (input, context) => {
            if (isOurs(input)) {
              await beforeOurs()
              return original(input, context)
            }
            try {
              return await original(input, context)
            } finally {
              handled += 1
            }
          })
        beforeOurs = async () => undefined
      })

      let beforeOurs: () => Promise<unknown>
      const isOurs = (input: CreateCaptureDTO) => input.is_captured === true
      const books = () => readHeldBooks(getContainer(), stripe, order)
      const deliver = async () => {
        const event = eventsOf(stripe).find(
          ({ type }) => type === "payment_intent.succeeded"
        )
        await send(api, JSON.stringify(event), { door: DOORS.medusas })
      }
      const deliverAndWait = async () => {
        const before = handled
        await deliver()
        await until(async () => handled > before)
      }
      const release = () =>
        lab.release(order.id, {
          items: [{ item_id: order.items[0]?.id, quantity: 1 }],
        })
      /** Stripe captures, and we do not hear of it. */
      const releaseUnheard = async () => {
        stripe.control.addFault({
          method: "POST",
          path: /\/capture$/,
          effect: "reset_after",
          times: 2,
        })
        expect((await release()).status).toBe(202)
        stripe.control.clearFaults()
      }
      const expectReleased = async () => {
        await lab.finish(order.id)
        expect((await lab.rows(order.id))[0]?.status).toBe("succeeded")
        expect(await books()).toMatchObject({
          payment_status: "captured",
          pending: "0",
          captures: ["45.59"],
          transactions: ["45.59"],
          collections: [
            { status: "completed", amount: "45.59", captured: "45.59" },
          ],
          stripe: [["succeeded", 4559]],
        })
      }

      it("before our books: its capture row is adopted", async () => {
        await releaseUnheard()
        await deliverAndWait()
        await until(async () => (await books()).transactions.length === 1)
        expect((await books()).captures).toEqual(["45.59"])
        await expectReleased()
      })

      it("between our capture row and our order edit: it adds nothing", async () => {
        jest
          .spyOn(getContainer().resolve(Modules.ORDER), "createOrderChange")
          .mockRejectedValueOnce(new Error("crashed"))
        expect((await release()).status).toBe(202)
        await deliverAndWait()
        await expectReleased()
      })

      it("after everything: it adds nothing, however often it comes", async () => {
        expect((await release()).status).toBe(200)
        await deliverAndWait()
        await deliverAndWait()
        await expectReleased()
      })

      it("just before our capture row, which then gives way", async () => {
        beforeOurs = deliverAndWait
        expect((await release()).status).toBe(200)
        await until(async () => (await books()).transactions.length === 1)
        await expectReleased()
      })

      it("having read the payment before us, and writing after us: Medusa refuses it", async () => {
        const payments: Record<string, unknown> = Object(
          getContainer().resolve(Modules.PAYMENT)
        )
        const write = payments.capturePayment_ as (
          ...args: unknown[]
        ) => Promise<unknown>
        let hasRead = false
        let areBooksWritten = false
        payments.capturePayment_ = async (...args: unknown[]) => {
          if (!isOurs(args[0] as CreateCaptureDTO) && !hasRead) {
            hasRead = true
            await until(async () => areBooksWritten)
          }
          return write.apply(payments, args)
        }
        await releaseUnheard()
        await deliver()
        await until(async () => hasRead)
        await lab.finish(order.id)
        areBooksWritten = true
        await until(async () => handled === 1)
        delete payments.capturePayment_
        await expectReleased()
      })
    })
  },
})
