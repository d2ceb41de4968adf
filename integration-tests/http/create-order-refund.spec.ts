import { Modules } from "@medusajs/framework/utils"
import { readBooks, stripeRefunds } from "../support/books"
import {
  createPaidOrder,
  type PaidOrder,
  type PaymentRecipe,
} from "../support/paid-order"
import { BASKET, BASKET_TOTAL, SHIRTS } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("POST /admin/orders/:id/refunds", () => {
      let refunds: RefundsApi

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
      })

      const pay = (
        payments: PaymentRecipe[] = [{ amount: BASKET_TOTAL }],
        recipe: Parameters<typeof createPaidOrder>[2] = BASKET
      ) => createPaidOrder(getContainer(), stripe, recipe, payments)

      /** Every book says `amount` went back, and nobody owes anybody. */
      const expectBooks = async (
        order: PaidOrder,
        amount: string,
        minor: number,
        payment_status = "partially_refunded"
      ) =>
        expect(await readBooks(getContainer(), stripe, order)).toEqual({
          pending_difference: "0",
          payment_status,
          refunded_amount: amount,
          refund_rows: amount,
          order_transactions: `-${amount}`,
          credit_lines: amount,
          stripe_minor: minor,
          active_change: false,
        })

      it("refunds one of three discounted, taxed items, and all books agree", async () => {
        const order = await pay()
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id ?? "", quantity: 1 }],
        })
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({
          status: "succeeded",
          source: "admin",
          amount: "19.82",
          subtotal: "16.66",
          tax_total: "3.16",
          discount_total: "3.33",
          created_by: refunds.admin.user_id,
        })
        await expectBooks(order, "19.82", 1982)
        expect(stripeRefunds(stripe, order)[0]?.metadata).toEqual({
          order_id: order.id,
          order_refund_id: data.order_refund.id,
          refund_transaction_id: data.order_refund.transactions[0]?.id,
        })
      })

      it("refunds everything, which is exactly what was captured", async () => {
        const order = await pay()
        const { data } = await refunds.create(order.id, {
          items: "all",
          shipping: "all",
        })
        expect(data.order_refund.amount).toBe("125.41")
        await expectBooks(order, "125.41", 12541, "refunded")
        const { summary, blocked } = await refunds.overview(order.id)
        expect(summary).toMatchObject({
          refunded: "125.41",
          refundable: "0.00",
        })
        expect(blocked?.code).toBe("nothing_to_refund")
      })

      it("adds up to what was captured, unit by unit and in any mix", async () => {
        const order = await pay()
        const [shirts, caps] = order.items
        const parts = [
          { items: [{ item_id: shirts?.id ?? "", quantity: 1 }] },
          { items: [{ item_id: caps?.id ?? "", amount: "12.34" }] },
          { items: [{ item_id: shirts?.id ?? "", quantity: 1 }] },
          {
            shipping: [
              {
                shipping_method_id: order.shipping_methods[0]?.id ?? "",
                amount: 2,
              },
            ],
          },
          { items: "all", shipping: "all" },
        ]
        for (const part of parts) {
          expect((await refunds.create(order.id, part)).status).toBe(200)
        }
        await expectBooks(order, "125.41", 12541, "refunded")
      })

      it("refunds shipping alone", async () => {
        const order = await pay()
        const { data } = await refunds.create(order.id, { shipping: "all" })
        expect(data.order_refund).toMatchObject({
          amount: "5.95",
          tax_total: "0.95",
        })
        await expectBooks(order, "5.95", 595)
      })

      it("gives goodwill that belongs to no line", async () => {
        const order = await pay()
        const { data } = await refunds.create(order.id, {
          adjustment: { amount: "7.50", description: "Late delivery" },
        })
        expect(data.order_refund.lines).toMatchObject([
          { kind: "adjustment", title: "Late delivery", amount: "7.50" },
        ])
        await expectBooks(order, "7.5", 750)
      })

      it("refunds an amount inside a line, and later only the rest of it", async () => {
        const order = await pay()
        const item_id = order.items[1]?.id ?? ""
        await refunds.create(order.id, { items: [{ item_id, amount: "50" }] })
        const { data } = await refunds.create(order.id, {
          items: [{ item_id, quantity: 2 }],
        })
        expect(data.order_refund.amount).toBe("10.00")
        await expectBooks(order, "60", 6000)
      })

      it("draws from several payments in order of capture", async () => {
        const order = await pay([{ amount: 25.4143 }, { amount: 100 }])
        const { data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[1]?.id ?? "", quantity: 2 }],
        })
        expect(
          data.order_refund.transactions.map(({ payment_id, amount }) => ({
            payment_id,
            amount,
          }))
        ).toEqual([
          { payment_id: order.payments[0]?.id, amount: "25.41" },
          { payment_id: order.payments[1]?.id, amount: "34.59" },
        ])
        expect(
          stripeRefunds(stripe, order).map(({ charge, amount }) => [
            charge,
            amount,
          ])
        ).toEqual([
          [order.payments[0]?.charge, 2541],
          [order.payments[1]?.charge, 3459],
        ])
        await expectBooks(order, "60", 6000)
      })

      it("draws from the payments that the merchant chose", async () => {
        const order = await pay([{ amount: 25.4143 }, { amount: 100 }])
        const { data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[1]?.id ?? "", quantity: 1 }],
          payments: [
            { payment_id: order.payments[1]?.id ?? "", amount: "29" },
            { payment_id: order.payments[0]?.id ?? "", amount: 1 },
          ],
        })
        expect(data.order_refund.transactions).toMatchObject([
          { payment_id: order.payments[1]?.id, amount: "29.00" },
          { payment_id: order.payments[0]?.id, amount: "1.00" },
        ])
        await expectBooks(order, "30", 3000)
      })

      it("refunds a payment that is not at Stripe through Medusa's provider", async () => {
        const order = await pay([{ amount: BASKET_TOTAL, provider: "system" }])
        const { data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id ?? "", quantity: 1 }],
        })
        expect(data.order_refund).toMatchObject({ status: "succeeded" })
        await expectBooks(order, "19.82", 0)
      })

      it("refunds one payment at Stripe and one elsewhere together", async () => {
        const order = await pay([
          { amount: 25.4143 },
          { amount: 100, provider: "system" },
        ])
        await refunds.create(order.id, {
          items: [{ item_id: order.items[1]?.id ?? "", quantity: 1 }],
        })
        await expectBooks(order, "30", 2541)
      })

      it("refunds the charge of a payment from before payment intents", async () => {
        const order = await pay([{ amount: BASKET_TOTAL, legacy: true }])
        const { status } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id ?? "", quantity: 1 }],
        })
        expect(status).toBe(200)
        const sent = stripe.control
          .requests()
          .find(
            ({ method, path }) => method === "POST" && path === "/v1/refunds"
          )
        expect(sent?.params).toMatchObject({
          charge: order.payments[0]?.charge,
          amount: "1982",
        })
        await expectBooks(order, "19.82", 1982)
      })

      it("gives what the payments hold where something else paid the rest", async () => {
        const order = await pay([{ amount: 100 }])
        const tooMuch = await refunds.create(order.id, {
          items: order.items.map(({ id }, index) => ({
            item_id: id,
            quantity: index === 0 ? 3 : 2,
          })),
        })
        expect(tooMuch).toMatchObject({
          status: 400,
          data: {
            code: "amount_exceeds_payment",
            details: { largest_amount: "100.00" },
          },
        })
        const { data } = await refunds.create(order.id, {
          items: "all",
          shipping: "all",
        })
        expect(data.order_refund.amount).toBe("100.00")
        expect(data.order_refund.lines.at(-1)).toMatchObject({
          kind: "adjustment",
          title: "Covered by other means",
          amount: "-25.41",
          tax_total: "0.00",
        })
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          refund_rows: "100",
          order_transactions: "-100",
          stripe_minor: 10000,
        })
      })

      it("pays out what the order owes after an edit, without a credit line", async () => {
        const order = await pay()
        const edit = `/admin/order-edits/${order.id}`
        const { admin } = refunds
        await api.post("/admin/order-edits", { order_id: order.id }, admin)
        await api.post(
          `${edit}/items/item/${order.items[1]?.id}`,
          { quantity: 1 },
          admin
        )
        await api.post(`${edit}/request`, {}, admin)
        await api.post(`${edit}/confirm`, {}, admin)
        expect((await refunds.overview(order.id)).summary.owed).toBe("30.00")
        const { status, data } = await refunds.create(order.id, {
          outstanding: true,
        })
        expect(status).toBe(200)
        expect(data.order_refund.lines).toMatchObject([
          { kind: "outstanding", amount: "30.00", tax_total: "0.00" },
        ])
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          order_transactions: "-30",
          credit_lines: "0",
          stripe_minor: 3000,
        })
        const again = await refunds.create(order.id, { outstanding: true })
        expect(again.data.code).toBe("nothing_to_refund")
      })

      it("counts a currency without decimals as Stripe does", async () => {
        const order = await pay([{ amount: 3300 }], {
          currency_code: "jpy",
          items: [
            {
              title: "Tea",
              quantity: 3,
              unit_price: 1000,
              tax_lines: [{ code: "vat", rate: 10 }],
            },
          ],
        })
        const { data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id ?? "", quantity: 1 }],
        })
        expect(data.order_refund).toMatchObject({
          amount: "1100",
          tax_total: "100",
        })
        await expectBooks(order, "1100", 1100)
      })

      it("pays three-decimal currencies in tens, and leaves nothing owed", async () => {
        const order = await pay([{ amount: 3.333 }], {
          currency_code: "kwd",
          items: [{ title: "Dates", quantity: 1, unit_price: 3.333 }],
        })
        const { data } = await refunds.create(order.id, { items: "all" })
        expect(data.order_refund.amount).toBe("3.340")
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          refund_rows: "3.34",
          order_transactions: "-3.34",
          stripe_minor: 3340,
        })
      })

      it("pays an unrounded total line by line, and leaves no fraction behind", async () => {
        const order = await pay([{ amount: 92.3843 }], {
          currency_code: "usd",
          items: [SHIRTS, { title: "Mug", quantity: 1, unit_price: 32.92 }],
        })
        const [shirts, mug] = order.items
        const parts = [
          [shirts, "19.82"],
          [mug, "32.92"],
          [shirts, "19.82"],
          [shirts, "19.82"],
        ] as const
        for (const [item, amount] of parts) {
          const { data } = await refunds.create(order.id, {
            items: [{ item_id: item?.id ?? "", quantity: 1 }],
          })
          expect(data.order_refund.amount).toBe(amount)
        }
        await expectBooks(order, "92.38", 9238, "refunded")
      })

      it("counts what Medusa's own refund button gave back", async () => {
        const order = await pay()
        const native = await api.post(
          `/admin/payments/${order.payments[0]?.id}/refund`,
          { amount: 100 },
          refunds.admin
        )
        expect(native.status).toBe(200)
        const { summary } = await refunds.overview(order.id)
        expect(summary).toMatchObject({
          refunded: "100.00",
          refundable: "25.41",
        })
        const tooMuch = await refunds.create(order.id, {
          items: [{ item_id: order.items[1]?.id ?? "", quantity: 1 }],
        })
        expect(tooMuch.data).toMatchObject({
          code: "amount_exceeds_payment",
          details: { largest_amount: "25.41" },
        })
        const { data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id ?? "", quantity: 1 }],
        })
        expect(data.order_refund.amount).toBe("19.82")
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          refunded_amount: "119.82",
          refund_rows: "119.82",
          order_transactions: "-119.82",
          stripe_minor: 11982,
        })
      })

      it("settles a fraction of a cent that nobody can pay", async () => {
        const order = await pay([{ amount: 125.41 }])
        await refunds.create(order.id, { shipping: "all" })
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          order_transactions: "-5.95",
          // 125.4143 was the total, 125.41 was paid.
          credit_lines: "5.9543",
        })
      })

      it("keeps the reason and the notes, and shows them", async () => {
        const order = await pay()
        const [reason] = await getContainer()
          .resolve(Modules.PAYMENT)
          .createRefundReasons([{ label: "Damaged", code: "damaged" }])
        const { data } = await refunds.create(order.id, {
          shipping: "all",
          refund_reason_id: reason?.id,
          note: "Box was open",
          customer_note: "Sorry!",
        })
        expect(data.order_refund).toMatchObject({
          refund_reason: { id: reason?.id, label: "Damaged" },
          note: "Box was open",
          customer_note: "Sorry!",
        })
      })

      it("books a refund that the bank has not paid out yet, and says pending", async () => {
        const order = await pay([
          { amount: BASKET_TOTAL, payment_method: "pm_card_pendingRefund" },
        ])
        const { status, data } = await refunds.create(order.id, {
          items: [{ item_id: order.items[0]?.id ?? "", quantity: 1 }],
        })
        expect(status).toBe(200)
        expect(data.order_refund.status).toBe("pending")
        await expectBooks(order, "19.82", 1982)
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          refunded: "0.00",
          pending: "19.82",
          refundable: "105.59",
        })
      })

      it("gives a fifty-line order back line by line to the captured cent", async () => {
        const items = Array.from({ length: 50 }, (_, index) => ({
          ...SHIRTS,
          title: `Item ${index}`,
          quantity: 1,
          unit_price: 3.333 + index / 100,
          adjustments: [{ code: "X", amount: 0.111 }],
        }))
        const total = items.reduce(
          (sum, item) => sum + (item.unit_price - 0.111) * 1.19,
          0
        )
        const order = await pay([{ amount: total }], {
          currency_code: "usd",
          items,
        })
        const before = await refunds.overview(order.id)
        for (const half of [order.items.slice(0, 25), order.items.slice(25)]) {
          const { status } = await refunds.create(order.id, {
            items: half.map(({ id }) => ({ item_id: id, quantity: 1 })),
          })
          expect(status).toBe(200)
        }
        const after = await refunds.overview(order.id)
        expect(after.summary.refunded).toBe(before.summary.captured)
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
        })
      })
    })
  },
})
