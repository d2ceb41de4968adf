import { MathBN, Modules } from "@medusajs/framework/utils"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import type { OrderRefundDTO } from "../../src/types"
import { anHourLater } from "../support/an-hour-later"
import { readBooks } from "../support/books"
import {
  createPaidOrder,
  type PaidOrder,
  type PaymentRecipe,
} from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { useNativeRefundRoute } from "../support/plugin-options"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { deliverAll, DOORS, eventsOf } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { until } from "../support/until"
import {
  beforeBooks,
  writeBooksThroughMedusa,
} from "../support/books-transaction"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/** 80.00 without any rounding. */
const MUGS = {
  currency_code: "eur",
  items: [{ title: "Mug", quantity: 4, unit_price: 20 }],
}

/** What Medusa alone makes of a native refund of 25.00. */
const MEDUSAS_25 = {
  pending_difference: "0",
  payment_status: "partially_refunded",
  refunded_amount: "25",
  refund_rows: "25",
  order_transactions: "-25",
  credit_lines: "25",
  stripe_minor: 2500,
  active_change: false,
}

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      // Medusa's routes as other plugins and older stores use them.
      useNativeRefundRoute(getContainer(), "core")
    })

    const pay = (
      payments: PaymentRecipe[] = [{ amount: BASKET_TOTAL }],
      recipe: Parameters<typeof createPaidOrder>[2] = BASKET
    ) => createPaidOrder(getContainer(), stripe, recipe, payments)
    const delivered = (door?: string) =>
      deliverAll(getContainer(), stripe, api, door ? { door } : {})
    const books = (order: PaidOrder) => readBooks(getContainer(), stripe, order)
    const history = async (order: PaidOrder): Promise<OrderRefundDTO[]> =>
      (await refunds.overview(order.id)).order_refunds
    const recorded = (order: PaidOrder, count: number) =>
      until(
        `${count} refunds are recorded`,
        async () => (await history(order)).length === count
      )
    /** Presses Medusa's own button. */
    const press = (order: PaidOrder, amount?: number, payment = 0) =>
      refunds.post<object>(
        `/admin/payments/${order.payments[payment]?.id}/refund`,
        amount === undefined ? {} : { amount }
      )
    /** Presses it, and waits for the record that follows. */
    const native = async (order: PaidOrder, amount?: number, payment = 0) => {
      const before = (await history(order)).length
      const { status } = await press(order, amount, payment)
      expect(status).toBe(200)
      await recorded(order, before + 1)
      const [newest] = await history(order)
      return newest as OrderRefundDTO
    }
    const act = (id: string | undefined, action: string, body: object = {}) =>
      refunds.post<{ order_refund: OrderRefundDTO }>(
        `/admin/order-refunds/${id}/${action}`,
        body
      )
    const later = () => anHourLater(getContainer())
    /** Our job and Stripe's news change nothing of what Medusa wrote. */
    const expectUntouched = async (
      order: PaidOrder,
      expected: Awaited<ReturnType<typeof readBooks>>
    ) => {
      expect(await books(order)).toEqual(expected)
      await delivered()
      expect(await books(order)).toEqual(expected)
      await later()
      expect(await books(order)).toEqual(expected)
      await delivered()
      expect(await books(order)).toEqual(expected)
    }
    const transactionsOf = async (order: PaidOrder) => {
      const { order_refunds } = await getContainer()
        .resolve<RefundsModuleService>(REFUNDS_MODULE)
        .orderRefunds.readOrderRecords(order.id)
      return order_refunds.flatMap(({ source, transactions }) =>
        transactions.map((transaction) => ({ source, ...transaction }))
      )
    }
    const keyOf = (refundId: string | null) =>
      eventsOf(stripe).find(
        ({ type, data }) =>
          type === "refund.created" &&
          "id" in data.object &&
          data.object.id === refundId
      )?.request?.idempotency_key ?? null
    const liveAtStripe = () =>
      stripe.control
        .snapshot()
        .refunds.filter(({ status }) => status === "succeeded")
    const lose = (times: number) =>
      stripe.control.addFault({
        method: "POST",
        path: "/v1/refunds",
        effect: "reset_after",
        times,
      })

    describe("a refund made with Medusa's own button", () => {
      it("has one record, and the books stay as Medusa wrote them", async () => {
        const order = await pay()
        const record = await native(order, 25)
        expect(record).toMatchObject({
          source: "medusa",
          status: "succeeded",
          amount: "25.00",
          failed_amount: "0.00",
          actions: ["assign"],
          lines: [{ kind: "unallocated", amount: "25.00" }],
          transactions: [
            {
              status: "succeeded",
              amount: "25.00",
              payment_id: order.payments[0]?.id,
              stripe_refund_id: liveAtStripe()[0]?.id,
            },
          ],
        })
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          refunded: "25.00",
          refundable: "100.41",
          owed: "0.00",
        })
        await expectUntouched(order, MEDUSAS_25)
        expect(await history(order)).toHaveLength(1)
      })

      it("has one record when Stripe's news comes twice, through both doors", async () => {
        const order = await pay()
        await native(order, 25)
        await delivered()
        await delivered(DOORS.medusas)
        await delivered()
        expect(await history(order)).toHaveLength(1)
        await expectUntouched(order, MEDUSAS_25)
      })

      it("has one record when Stripe's news comes before Medusa has written its books", async () => {
        const order = await pay()
        const orders = getContainer().resolve(Modules.ORDER)
        const write = orders.addOrderTransactions.bind(orders)
        const spy = jest
          .spyOn(orders, "addOrderTransactions")
          .mockImplementationOnce(async (...entries: unknown[]) => {
            await delivered()
            expect(await history(order)).toMatchObject([
              { source: "medusa", status: "succeeded", amount: "25.00" },
            ])
            return Reflect.apply(write, orders, entries)
          })
        expect((await press(order, 25)).status).toBe(200)
        expect(spy).toHaveBeenCalledTimes(1)
        spy.mockRestore()
        await expectUntouched(order, MEDUSAS_25)
        expect(await history(order)).toHaveLength(1)
      })

      it("has one credit line when Stripe's news comes between Medusa's order transaction and its credit line", async () => {
        const order = await pay()
        const orders = getContainer().resolve(Modules.ORDER)
        const write = orders.addOrderTransactions.bind(orders)
        const spy = jest
          .spyOn(orders, "addOrderTransactions")
          .mockImplementationOnce(async (...entries: unknown[]) => {
            const written = await Reflect.apply(write, orders, entries)
            await delivered()
            return written
          })
        expect((await press(order, 25)).status).toBe(200)
        expect(spy).toHaveBeenCalledTimes(1)
        spy.mockRestore()
        await recorded(order, 1)
        await expectUntouched(order, MEDUSAS_25)
        await later()
        await expectUntouched(order, MEDUSAS_25)
        expect((await history(order))[0]).toMatchObject({ amount: "25.00" })
      })

      it.each([
        ["fails", "order transaction", "before", true],
        ["fails", "credit line", "after", true],
        ["has failed unseen", "order transaction", "before", false],
        ["has failed unseen", "credit line", "after", false],
      ])(
        "is owed once when it %s before Medusa has written its %s",
        async (_, __, moment, seen) => {
          const order = await pay()
          const orders = getContainer().resolve(Modules.ORDER)
          const write = orders.addOrderTransactions.bind(orders)
          const fail = async () => {
            await (seen ? delivered() : undefined)
            stripe.control.failRefund(String(liveAtStripe()[0]?.id))
            await delivered()
          }
          const spy = jest
            .spyOn(orders, "addOrderTransactions")
            .mockImplementationOnce(async (...entries: unknown[]) => {
              await (moment === "before" ? fail() : undefined)
              const written = await Reflect.apply(write, orders, entries)
              await (moment === "after" ? fail() : undefined)
              return written
            })
          expect((await press(order, 25)).status).toBe(200)
          expect(spy).toHaveBeenCalledTimes(1)
          spy.mockRestore()
          await later()
          await delivered()
          await later()
          expect(await books(order)).toMatchObject({
            refund_rows: "0",
            order_transactions: "0",
            credit_lines: "25",
            pending_difference: "-25",
            stripe_minor: 0,
          })
          expect(await history(order)).toMatchObject([
            { status: "failed", failed_amount: "25.00" },
          ])
        }
      )

      it("is not told in the notification feed: the merchant made it here", async () => {
        const order = await pay()
        await native(order, 25)
        await delivered()
        expect(
          await getContainer()
            .resolve(Modules.NOTIFICATION)
            .listNotifications({ channel: "feed" })
        ).toEqual([])
      })

      it("is assigned to lines like one from the Dashboard", async () => {
        const order = await pay()
        const record = await native(order, 30)
        const before = await books(order)
        const cap = { item_id: order.items[1]?.id, quantity: 1 }
        const { status, data } = await act(record.id, "assign", {
          items: [cap],
        })
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          source: "medusa",
          actions: [],
          lines: [{ kind: "item", item_id: cap.item_id, quantity: 1 }],
        })
        await later()
        expect(await books(order)).toEqual(before)
      })

      it("keeps apart from others of the same amount, by the key that Stripe was sent", async () => {
        const order = await pay()
        stripe.control.refundInDashboard({
          payment_intent: String(order.payments[0]?.payment_intent),
          amount: 2000,
        })
        // The first of them also brings the one from the Dashboard to light.
        expect((await press(order, 20)).status).toBe(200)
        await recorded(order, 2)
        await until(
          "both refunds are booked",
          async () => (await books(order)).order_transactions === "-40"
        )
        await native(order, 20)
        await delivered()
        await delivered()
        const transactions = await transactionsOf(order)
        expect(transactions.map(({ source }) => source).sort()).toEqual([
          "medusa",
          "medusa",
          "stripe",
        ])
        const ids = transactions.map(({ stripe_refund_id }) => stripe_refund_id)
        expect(new Set(ids).size).toBe(3)
        for (const each of transactions) {
          expect(keyOf(each.stripe_refund_id)).toBe(
            each.source === "medusa" ? each.medusa_refund_id : null
          )
        }
        await later()
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "60",
          order_transactions: "-60",
          credit_lines: "60",
          stripe_minor: 6000,
        })
      })

      it("of two payments counts at the one it was made from", async () => {
        const order = await pay([{ amount: 100 }, { amount: 25.4143 }])
        const record = await native(order, 10, 1)
        expect(record.transactions).toMatchObject([
          { payment_id: order.payments[1]?.id },
        ])
        const { payments } = await refunds.overview(order.id)
        expect(
          payments.map(({ refundable_amount }) => refundable_amount)
        ).toEqual(["100.00", "15.41"])
      })

      it("of everything leaves nothing to refund, and nothing open", async () => {
        const order = await pay([{ amount: 80 }], MUGS)
        const record = await native(order)
        expect(record).toMatchObject({ source: "medusa", amount: "80.00" })
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          refunded: "80.00",
          refundable: "0.00",
        })
        await expectUntouched(order, {
          ...MEDUSAS_25,
          payment_status: "refunded",
          refunded_amount: "80",
          refund_rows: "80",
          order_transactions: "-80",
          credit_lines: "80",
          stripe_minor: 8000,
        })
      })

      it("of an amount with more digits than money has is the refund that Stripe made", async () => {
        const order = await pay()
        const record = await native(order, BASKET_TOTAL)
        expect(record.amount).toBe("125.41")
        const before = await books(order)
        expect(before).toMatchObject({
          pending_difference: "0",
          stripe_minor: 12541,
        })
        await expectUntouched(order, before)
        expect(await history(order)).toHaveLength(1)
      })

      it("before and after one of ours never refunds more than was captured", async () => {
        const order = await pay()
        const expectSummary = async (refunded: string, refundable: string) =>
          expect((await refunds.overview(order.id)).summary).toMatchObject({
            captured: "125.41",
            refunded,
            refundable,
            owed: "0.00",
            failed: "0.00",
            reserved: "0.00",
          })
        await native(order, 25)
        await expectSummary("25.00", "100.41")
        const tooMuch = await refunds.create(order.id, {
          adjustment: { amount: "100.42", description: "Sorry" },
        })
        expect(tooMuch.data.code).toBe("amount_exceeds_payment")
        await refunds.create(order.id, { shipping: "all" })
        await expectSummary("30.95", "94.46")
        expect((await press(order, 94.5)).status).toBe(400)
        await native(order, 4.46)
        await expectSummary("35.41", "90.00")
        await refunds.create(order.id, {
          adjustment: { amount: "40.00", description: "Sorry" },
        })
        await native(order, 50)
        await expectSummary("125.41", "0.00")
        await delivered()
        await later()
        expect(await history(order)).toHaveLength(5)
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
          refund_rows: "125.41",
          order_transactions: "-125.41",
          credit_lines: "125.41",
          stripe_minor: 12541,
        })
      })

      it("of a payment that is not at Stripe has a record without a Stripe refund", async () => {
        const order = await pay([{ amount: 80, provider: "system" }], MUGS)
        const record = await native(order, 25)
        expect(record).toMatchObject({
          source: "medusa",
          status: "succeeded",
          amount: "25.00",
          transactions: [
            {
              provider_id: "pp_system_default",
              stripe_refund_id: null,
              stripe_payment_id: null,
              status: "succeeded",
            },
          ],
        })
        await expectUntouched(order, { ...MEDUSAS_25, stripe_minor: 0 })
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          refunded: "25.00",
          refundable: "55.00",
        })
      })
    })

    describe("a native refund made while our own is being written", () => {
      const inOneTransaction = beforeBooks
      const throughMedusa: typeof beforeBooks = (container, act) => {
        writeBooksThroughMedusa(container)
        const orders = container.resolve(Modules.ORDER)
        const write = orders.addOrderTransactions.bind(orders)
        return jest
          .spyOn(orders, "addOrderTransactions")
          .mockImplementationOnce(async (...entries: unknown[]) => {
            await act()
            return Reflect.apply(write, orders, entries)
          })
      }
      it.each([
        ["the same amount", "in one transaction", 30, inOneTransaction],
        ["another amount", "in one transaction", 12, inOneTransaction],
        ["the same amount", "through Medusa", 30, throughMedusa],
        ["another amount", "through Medusa", 12, throughMedusa],
      ])(
        "of %s, %s, leaves the books of both right",
        async (_, __, amount, interrupt) => {
          const order = await pay()
          const spy = interrupt(getContainer(), async () =>
            expect((await press(order, amount)).status).toBe(200)
          )
          const { status } = await refunds.create(order.id, {
            items: [{ item_id: order.items[1]?.id, quantity: 1 }],
          })
          expect(status).toBe(200)
          spy.mockRestore()
          jest.restoreAllMocks()
          await recorded(order, 2)
          await delivered()
          await later()
          const total = String(30 + amount)
          expect(await books(order)).toEqual({
            pending_difference: "0",
            payment_status: "partially_refunded",
            refunded_amount: total,
            refund_rows: total,
            order_transactions: `-${total}`,
            credit_lines: total,
            stripe_minor: (30 + amount) * 100,
            active_change: false,
          })
          expect((await refunds.overview(order.id)).summary).toMatchObject({
            refunded: `${total}.00`,
            owed: "0.00",
          })
        }
      )
    })

    describe("a native refund made while an order edit is open", () => {
      it("is written down by Medusa in half, and by us in full when the edit is closed", async () => {
        const order = await pay()
        await refunds.post("/admin/order-edits", { order_id: order.id })
        // Medusa refunds first, and finds that it cannot write a credit line.
        expect((await press(order, 25)).status).toBe(400)
        expect(liveAtStripe()).toHaveLength(1)
        await delivered()
        expect(await history(order)).toMatchObject([
          { source: "medusa", status: "succeeded", amount: "25.00" },
        ])
        await later()
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          refunded: "25.00",
          refundable: "100.41",
          owed: "0.00",
        })
        const { admin } = refunds
        await getContainer()
          .resolve(Modules.WORKFLOW_ENGINE)
          .run("cancel-begin-order-edit", {
            input: { order_id: order.id, canceled_by: admin.user_id },
          })
        await later()
        await expectUntouched(order, MEDUSAS_25)
        expect(await history(order)).toHaveLength(1)
      })
    })

    describe("a native refund of what a failed refund owes", () => {
      it("closes the failed one, which cannot be paid once more", async () => {
        const order = await pay([{ amount: 80 }], MUGS)
        const { data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id, quantity: 1 }],
        })
        const failed = data.order_refund
        stripe.control.failRefund(
          String(failed.transactions[0]?.stripe_refund_id)
        )
        await delivered()
        expect((await refunds.overview(order.id)).summary.failed).toBe("20.00")
        await native(order, 20)
        const act = (action: string, body = {}) =>
          refunds.post(`/admin/order-refunds/${failed.id}/${action}`, body)
        for (const [action, body] of [
          ["retry", {}],
          ["settle", { reference: "x" }],
          ["withdraw", {}],
        ] as const) {
          const { status, data: refusal } = await act(action, body)
          expect([status, refusal.code]).toEqual([409, "refund_not_retryable"])
        }
        const { order_refunds, summary } = await refunds.overview(order.id)
        expect(summary).toMatchObject({ failed: "0.00", owed: "0.00" })
        expect(order_refunds.find(({ id }) => id === failed.id)).toMatchObject({
          status: "succeeded",
          actions: [],
          transactions: [{ status: "failed" }, { method: "refund" }],
        })
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          order_transactions: "-20",
          credit_lines: "20",
          stripe_minor: 2000,
        })
      })
    })

    describe("a native refund of what the order owed after an edit", () => {
      let order: PaidOrder

      beforeEach(async () => {
        order = await pay([{ amount: 80 }], MUGS)
        const edit = `/admin/order-edits/${order.id}`
        await refunds.post("/admin/order-edits", { order_id: order.id })
        await refunds.post(`${edit}/items/item/${order.items[0]?.id}`, {
          quantity: 3,
        })
        await refunds.post(`${edit}/request`, {})
        await refunds.post(`${edit}/confirm`, {})
        expect((await refunds.overview(order.id)).summary.owed).toBe("20.00")
      })
      const PAID_OUT = {
        ...MEDUSAS_25,
        refunded_amount: "20",
        refund_rows: "20",
        order_transactions: "-20",
        credit_lines: "0",
        stripe_minor: 2000,
      }

      it("pays that, and the books stay as Medusa wrote them", async () => {
        await native(order, 20)
        await expectUntouched(order, PAID_OUT)
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          owed: "0.00",
          refunded: "20.00",
          refundable: "60.00",
        })
      })

      it("and more: the books stay as Medusa wrote them", async () => {
        await native(order, 25)
        await expectUntouched(order, { ...MEDUSAS_25, credit_lines: "5" })
      })

      it("is owed again when it failed and is withdrawn: the edit still stands", async () => {
        const record = await native(order, 20)
        await later()
        stripe.control.failRefund(
          String(record.transactions[0]?.stripe_refund_id)
        )
        await delivered()
        expect((await books(order)).pending_difference).toBe("-20")
        expect((await act(record.id, "withdraw")).status).toBe(200)
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          owed: "20.00",
          failed: "0.00",
          refunded: "0.00",
        })
        expect(await books(order)).toMatchObject({
          pending_difference: "-20",
          credit_lines: "0",
        })
      })
    })

    describe("cancelling a paid order", () => {
      const cancel = async (order: PaidOrder) => {
        const { status } = await refunds.post<object>(
          `/admin/orders/${order.id}/cancel`,
          {}
        )
        expect(status).toBe(200)
      }
      const CANCELED = {
        ...MEDUSAS_25,
        payment_status: "refunded",
        refunded_amount: "80",
        refund_rows: "80",
        order_transactions: "-80",
        credit_lines: "80",
        stripe_minor: 8000,
      }

      it("has a record of Medusa, and the books stay as Medusa wrote them", async () => {
        const order = await pay([{ amount: 80 }], MUGS)
        await cancel(order)
        await recorded(order, 1)
        expect(await history(order)).toMatchObject([
          {
            source: "medusa",
            status: "succeeded",
            amount: "80.00",
            transactions: [{ stripe_refund_id: liveAtStripe()[0]?.id }],
          },
        ])
        const before = await books(order)
        expect(before).toMatchObject({
          pending_difference: "0",
          refund_rows: "80",
          order_transactions: "-80",
          credit_lines: "80",
          stripe_minor: 8000,
        })
        await expectUntouched(order, before)
        expect(await history(order)).toHaveLength(1)
      })

      it("has one record per payment, of every provider", async () => {
        const order = await pay(
          [{ amount: 50 }, { amount: 30, provider: "system" }],
          MUGS
        )
        await cancel(order)
        await recorded(order, 2)
        expect(
          (await history(order))
            .map(({ source, amount }) => `${source} ${amount}`)
            .sort()
        ).toEqual(["medusa 30.00", "medusa 50.00"])
        const before = await books(order)
        expect(before).toMatchObject({
          pending_difference: "0",
          refund_rows: "80",
          order_transactions: "-80",
          credit_lines: "80",
          stripe_minor: 5000,
        })
        await expectUntouched(order, before)
      })

      it("after a refund of ours refunds the rest once", async () => {
        const order = await pay([{ amount: 80 }], MUGS)
        await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id, quantity: 1 }],
        })
        await cancel(order)
        await recorded(order, 2)
        const before = await books(order)
        expect(before).toMatchObject({
          pending_difference: "0",
          refund_rows: "80",
          order_transactions: "-80",
          credit_lines: "80",
          stripe_minor: 8000,
        })
        await expectUntouched(order, before)
      })

      it("whose total has more digits than money keeps Medusa's books, too", async () => {
        const order = await pay()
        await cancel(order)
        await recorded(order, 1)
        expect(await history(order)).toMatchObject([
          { source: "medusa", status: "succeeded", amount: "125.41" },
        ])
        const before = await books(order)
        expect(before.stripe_minor).toBe(12541)
        await expectUntouched(order, before)
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          refunded: "125.41",
          refundable: "0.00",
          owed: "0.00",
        })
      })

      it("whose refund fails a week later owes it, and can pay it again", async () => {
        const order = await pay([{ amount: 80 }], MUGS)
        await cancel(order)
        await recorded(order, 1)
        await later()
        stripe.control.failRefund(String(liveAtStripe()[0]?.id))
        await delivered()
        const [record] = await history(order)
        expect(record).toMatchObject({
          status: "failed",
          failed_amount: "80.00",
          actions: expect.arrayContaining(["retry", "settle", "withdraw"]),
        })
        expect(await books(order)).toMatchObject({
          pending_difference: "-80",
          refund_rows: "0",
          order_transactions: "0",
          credit_lines: "80",
        })
        expect((await act(record?.id, "retry")).status).toBe(200)
        expect(await books(order)).toMatchObject({
          ...CANCELED,
          payment_status: expect.any(String),
        })
        await later()
        expect((await books(order)).pending_difference).toBe("0")
      })

      it.each([
        ["settle", "80"],
        ["withdraw", "0"],
      ])(
        "whose refund fails a week later owes nothing after %s",
        async (action, credit) => {
          const order = await pay([{ amount: 80 }], MUGS)
          await cancel(order)
          await recorded(order, 1)
          await later()
          stripe.control.failRefund(String(liveAtStripe()[0]?.id))
          await delivered()
          const [record] = await history(order)
          const { status } = await act(record?.id, action, {
            ...(action === "settle" ? { reference: "SEPA 1" } : {}),
          })
          expect(status).toBe(200)
          await later()
          expect(await books(order)).toMatchObject({
            pending_difference: "0",
            refund_rows: "0",
            order_transactions: "0",
            credit_lines: credit,
            stripe_minor: 0,
          })
        }
      )
    })

    describe("a native refund that failed a week later", () => {
      let order: PaidOrder
      let record: OrderRefundDTO

      beforeEach(async () => {
        order = await pay()
        record = await native(order, 25)
        await later()
        stripe.control.failRefund(
          String(record.transactions[0]?.stripe_refund_id)
        )
        await delivered()
      })
      const NOTHING_MOVED = {
        refunded_amount: "0",
        refund_rows: "0",
        order_transactions: "0",
        stripe_minor: 0,
        active_change: false,
      }

      it("is owed, and everybody is told", async () => {
        const { order_refunds, summary } = await refunds.overview(order.id)
        expect(order_refunds).toMatchObject([
          {
            id: record.id,
            source: "medusa",
            status: "failed",
            failed_amount: "25.00",
            actions: expect.arrayContaining(["retry", "settle", "withdraw"]),
            transactions: [{ failure_code: "expired_or_canceled_card" }],
          },
        ])
        expect(summary).toMatchObject({
          failed: "25.00",
          owed: "0.00",
          refunded: "0.00",
          refundable: "125.41",
        })
        expect(await books(order)).toMatchObject({
          ...NOTHING_MOVED,
          pending_difference: "-25",
          credit_lines: "25",
        })
        const feed = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "feed" })
        expect(feed.map(({ data }) => data)).toMatchObject([
          { title: expect.stringMatching(/^Refund of order #\d+ failed$/) },
        ])
      })

      it("is paid again by retry", async () => {
        const { status, data } = await act(record.id, "retry")
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          id: record.id,
          status: "succeeded",
          failed_amount: "0.00",
        })
        await expectUntouched(order, MEDUSAS_25)
        expect(await history(order)).toHaveLength(1)
      })

      it("is paid another way by settle", async () => {
        const { status } = await act(record.id, "settle", {
          reference: "SEPA 4711",
        })
        expect(status).toBe(200)
        await later()
        await delivered()
        expect(await books(order)).toMatchObject({
          ...NOTHING_MOVED,
          pending_difference: "0",
          credit_lines: "25",
        })
      })

      it("is taken back by withdraw: the order is as if it was never made", async () => {
        expect((await act(record.id, "withdraw")).status).toBe(200)
        await later()
        await delivered()
        expect(await books(order)).toEqual({
          ...NOTHING_MOVED,
          pending_difference: "0",
          credit_lines: "0",
          payment_status: "captured",
        })
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          refundable: "125.41",
          failed: "0.00",
          owed: "0.00",
        })
      })

      it("leaves its payment to Medusa's button: both together never pay too much", async () => {
        await act(record.id, "retry")
        await native(order, 25)
        await delivered()
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "50",
          order_transactions: "-50",
          credit_lines: "50",
          stripe_minor: 5000,
        })
      })
    })

    describe("a native refund that failed in its first minute", () => {
      it("is owed as well, at the latest when the job has run", async () => {
        const order = await pay()
        const record = await native(order, 25)
        stripe.control.failRefund(
          String(record.transactions[0]?.stripe_refund_id)
        )
        await delivered()
        expect(await history(order)).toMatchObject([
          { status: "failed", failed_amount: "25.00" },
        ])
        await later()
        expect(await books(order)).toMatchObject({
          pending_difference: "-25",
          refund_rows: "0",
          order_transactions: "0",
          credit_lines: "25",
        })
        expect((await act(record.id, "withdraw")).status).toBe(200)
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          credit_lines: "0",
        })
      })
    })

    it("is owed where Medusa never wrote its books and the refund has failed since", async () => {
      const order = await pay()
      const spy = jest
        .spyOn(getContainer().resolve(Modules.ORDER), "addOrderTransactions")
        .mockRejectedValueOnce(new Error("The process died."))
      expect((await press(order, 25)).status).toBe(500)
      expect(spy).toHaveBeenCalledTimes(1)
      spy.mockRestore()
      expect(await books(order)).toMatchObject({
        refund_rows: "25",
        order_transactions: "0",
      })
      stripe.control.failRefund(String(liveAtStripe()[0]?.id))
      await later()
      await delivered()
      await later()
      expect(await books(order)).toMatchObject({
        pending_difference: "-25",
        refund_rows: "0",
        order_transactions: "0",
        credit_lines: "25",
      })
      const [record] = await history(order)
      expect(record).toMatchObject({ status: "failed", failed_amount: "25.00" })
      expect((await act(record?.id, "withdraw")).status).toBe(200)
      expect(await books(order)).toMatchObject({
        pending_difference: "0",
        refund_rows: "0",
        credit_lines: "0",
      })
    })

    describe("a native refund whose answer was lost", () => {
      /** Medusa deletes its row and shows an error, but Stripe has acted. */
      const expectLost = async (answer: ReturnType<typeof press>) => {
        expect((await answer).status).toBeGreaterThanOrEqual(400)
        stripe.control.clearFaults()
        expect(liveAtStripe()).toHaveLength(1)
      }

      it("is imported when Stripe tells of it, and the books are right", async () => {
        const order = await pay()
        lose(5)
        await expectLost(press(order, 25))
        expect(await books(order)).toMatchObject({
          refund_rows: "0",
          stripe_minor: 2500,
        })
        expect(await history(order)).toEqual([])
        await delivered()
        expect(await history(order)).toMatchObject([
          {
            status: "succeeded",
            amount: "25.00",
            transactions: [{ stripe_refund_id: liveAtStripe()[0]?.id }],
          },
        ])
        await expectUntouched(order, MEDUSAS_25)
        expect(await history(order)).toHaveLength(1)
      })

      it("is imported when Stripe told of it while Medusa still waited", async () => {
        const order = await pay()
        lose(5)
        const answer = press(order, 25)
        await until(
          "Stripe has made the refund",
          () => liveAtStripe().length === 1
        )
        await delivered()
        expect(await history(order)).toHaveLength(1)
        await expectLost(answer)
        await delivered()
        await later()
        expect(await books(order)).toEqual(MEDUSAS_25)
        expect(await history(order)).toMatchObject([
          { status: "succeeded", amount: "25.00" },
        ])
      })

      it("and which the merchant repeats is two refunds, and both are in the books", async () => {
        const order = await pay()
        lose(5)
        await expectLost(press(order, 25))
        expect((await press(order, 25)).status).toBe(200)
        await recorded(order, 2)
        await delivered()
        await later()
        const live = liveAtStripe()
        expect(live).toHaveLength(2)
        const ids = (await transactionsOf(order)).map(
          ({ stripe_refund_id }) => stripe_refund_id
        )
        expect(ids.sort()).toEqual(live.map(({ id }) => id).sort())
        const all = await history(order)
        expect(MathBN.sum(...all.map(({ amount }) => amount)).toFixed()).toBe(
          "50"
        )
        expect(await books(order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "50",
          order_transactions: "-50",
          credit_lines: "50",
          stripe_minor: 5000,
        })
      })
    })
  },
})
