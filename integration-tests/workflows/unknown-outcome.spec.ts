import {
  beginOrderEditOrderWorkflow,
  cancelBeginOrderEditWorkflow,
} from "@medusajs/core-flows"
import finishOrderRefundsJob from "../../src/jobs/finish-order-refunds"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { finishOrderRefundWorkflow } from "../../src/workflows"
import { readBooks } from "../support/books"
import { onlyDate } from "../support/only-date"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const HOUR = 60 * 60 * 1000

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("an answer of Stripe that never came", () => {
      let refunds: RefundsApi
      let order: PaidOrder
      const service = () =>
        getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
      const books = () => readBooks(getContainer(), stripe, order)
      const record = async () =>
        (await service().orderRefunds.readOrderRecords(order.id))
          .order_refunds[0]
      const settle = async () =>
        finishOrderRefundWorkflow(getContainer()).run({
          input: {
            order_refund_id: (await record())?.id ?? "",
            order_id: order.id,
          },
        })
      const fault = (effect: Fault, times = 5) =>
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect,
          times,
        })

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
      })

      const expectOneRefund = async () =>
        expect(await books()).toEqual({
          pending_difference: "0",
          payment_status: "partially_refunded",
          refunded_amount: "5.95",
          refund_rows: "5.95",
          order_transactions: "-5.95",
          credit_lines: "5.95",
          stripe_minor: 595,
          active_change: false,
        })

      it.each<[Fault, boolean]>([
        ["timeout_after_accept", true],
        ["reset_after", true],
        ["truncate_body", true],
        ["reset_before", false],
        ["500_unsaved", false],
        ["429", false],
        ["409", false],
      ])(
        "%s: 202, money reserved, books untouched; later exactly one refund",
        async (effect, acted) => {
          fault(effect)
          const { status, data } = await refunds.create(order.id, {
            shipping: "all",
          })
          expect(status).toBe(202)
          expect(data.order_refund.status).toBe("processing")
          expect(await books()).toMatchObject({
            refund_rows: "0",
            credit_lines: "0",
            stripe_minor: acted ? 595 : 0,
          })
          expect((await refunds.overview(order.id)).summary).toMatchObject({
            reserved: "5.95",
            refundable: "119.46",
          })
          stripe.control.clearFaults()
          await settle()
          await settle()
          await expectOneRefund()
          expect((await record())?.status).toBe("succeeded")
        }
      )

      it("a lost answer that Stripe replays at once is no unknown outcome", async () => {
        fault("reset_after", 1)
        const { status } = await refunds.create(order.id, { shipping: "all" })
        expect(status).toBe(200)
        await expectOneRefund()
      })

      it("an error that Stripe stored, and a list without the refund, prove that nothing moved", async () => {
        fault("500_saved", 1)
        expect(
          (await refunds.create(order.id, { shipping: "all" })).status
        ).toBe(202)
        await settle()
        expect(await record()).toMatchObject({
          status: "failed",
          transactions: [{ failure_code: "not_executed" }],
        })
        expect((await books()).stripe_minor).toBe(0)
        expect(
          (await refunds.create(order.id, { shipping: "all" })).status
        ).toBe(200)
        await expectOneRefund()
      })

      it("what Stripe never carried out in 23 hours is given back", async () => {
        fault("500_unsaved")
        await refunds.create(order.id, { shipping: "all" })
        await service().updateRefundTransactions({
          id: (await record())?.transactions[0]?.id ?? "",
          first_attempt_at: new Date(Date.now() - 23 * HOUR),
        })
        await settle()
        expect(await record()).toMatchObject({
          status: "failed",
          transactions: [{ failure_code: "not_executed" }],
        })
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          reserved: "0.00",
          refundable: "125.41",
        })
        expect((await books()).stripe_minor).toBe(0)
      })

      it("the same key again answers with the same refund, still being processed", async () => {
        fault("timeout_after_accept")
        const first = await refunds.create(
          order.id,
          { shipping: "all" },
          "key-1"
        )
        const second = await refunds.create(
          order.id,
          { shipping: "all" },
          "key-1"
        )
        expect([first.status, second.status]).toEqual([202, 202])
        expect(second.data.order_refund.id).toBe(first.data.order_refund.id)
        stripe.control.clearFaults()
        await settle()
        await expectOneRefund()
      })

      it("the job finishes what is old enough, and nothing else", async () => {
        fault("timeout_after_accept")
        await refunds.create(order.id, { shipping: "all" })
        stripe.control.clearFaults()
        await finishOrderRefundsJob(getContainer())
        expect((await record())?.status).toBe("processing")
        const restore = onlyDate(Date.now() + HOUR)
        await finishOrderRefundsJob(getContainer())
        restore()
        await expectOneRefund()
      })

      it("books wait for an order change that was opened meanwhile, and then follow", async () => {
        fault("timeout_after_accept")
        await refunds.create(order.id, { shipping: "all" })
        stripe.control.clearFaults()
        await beginOrderEditOrderWorkflow(getContainer()).run({
          input: { order_id: order.id },
        })
        await settle()
        expect((await record())?.status).toBe("succeeded")
        expect(await books()).toMatchObject({
          refund_rows: "5.95",
          credit_lines: "0",
          order_transactions: "0",
        })
        await cancelBeginOrderEditWorkflow(getContainer()).run({
          input: { order_id: order.id },
        })
        await settle()
        await expectOneRefund()
      })
    })
  },
})

type Fault = Parameters<TestStripe["control"]["addFault"]>[0]["effect"]
