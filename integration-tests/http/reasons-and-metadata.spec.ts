import { Modules } from "@medusajs/framework/utils"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import type { OrderRefundDTO } from "../../src/types"
import {
  createOrderRefundWorkflow,
  createOrderRefundsWorkflow,
} from "../../src/workflows/order-refund"
import { anHourLater } from "../support/an-hour-later"
import { readBooks, stripeRefunds } from "../support/books"
import { createCustomer, storefront } from "../support/customer"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { deliverAll } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let damaged: string
    let late: string

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      const reasons = await getContainer()
        .resolve(Modules.PAYMENT)
        .createRefundReasons([
          { label: "Damaged", code: "damaged" },
          { label: "Late", code: "late" },
        ])
      ;[damaged, late] = reasons.map(({ id }) => id) as [string, string]
    })

    const pay = (recipe: object = {}) =>
      createPaidOrder(getContainer(), stripe, { ...BASKET, ...recipe }, [
        { amount: BASKET_TOTAL },
      ])
    const itemOf = (order: PaidOrder, index = 0) =>
      String(order.items[index]?.id)
    const shippingOf = (order: PaidOrder) =>
      String(order.shipping_methods[0]?.id)
    const shown = async (id: string): Promise<OrderRefundDTO> => {
      const { data } = await refunds.get<{ order_refund: OrderRefundDTO }>(
        `/admin/order-refunds/${id}`
      )
      return data.order_refund
    }
    const expectBooks = async (
      order: PaidOrder,
      amount: string,
      minor: number
    ) =>
      expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
        pending_difference: "0",
        refunded_amount: amount,
        credit_lines: amount,
        stripe_minor: minor,
      })

    describe("a line", () => {
      /** An item with a reason of its own, shipping with one, the rest without. */
      const basket = (order: PaidOrder) => ({
        items: [
          {
            item_id: itemOf(order),
            quantity: 1,
            refund_reason_id: damaged,
            metadata: { rma: "RMA-1", photo: "file_1" },
          },
          { item_id: itemOf(order, 1), quantity: 1 },
        ],
        shipping: [
          {
            shipping_method_id: shippingOf(order),
            refund_reason_id: damaged,
          },
        ],
        adjustment: {
          amount: "2.50",
          description: "Sorry",
          metadata: { approved_by: "team lead" },
        },
        refund_reason_id: late,
      })

      it("has a reason of its own, else the refund's, and metadata", async () => {
        const order = await pay()
        const { data } = await refunds.create(order.id, basket(order))
        const { order_refund } = data
        expect(order_refund.refund_reason?.code).toBe("late")
        const told = ({ lines }: OrderRefundDTO) =>
          lines.map(({ kind, refund_reason, metadata }) => [
            kind,
            refund_reason,
            metadata,
          ])
        const OWN = { id: damaged, label: "Damaged", code: "damaged" }
        const REFUNDS = { id: late, label: "Late", code: "late" }
        expect(told(order_refund)).toEqual([
          ["item", OWN, { rma: "RMA-1", photo: "file_1" }],
          ["item", REFUNDS, null],
          ["shipping", OWN, null],
          ["adjustment", REFUNDS, { approved_by: "team lead" }],
        ])
        expect(told(await shown(order_refund.id))).toEqual(told(order_refund))
        await expectBooks(order, "58.27", 5827)
      })

      it("is planned as without: the same plan has the same hash", async () => {
        const order = await pay()
        const { items, adjustment, ...rest } = basket(order)
        const bare = await refunds.preview(order.id, {
          ...rest,
          items: items.map(({ item_id, quantity }) => ({ item_id, quantity })),
          adjustment: { ...adjustment, metadata: undefined },
        })
        const { data } = await refunds.preview(order.id, basket(order))
        expect(data.refund_plan).toEqual(bare.data.refund_plan)
      })

      it("is part of what an idempotency key stands for", async () => {
        const order = await pay()
        const body = (metadata: object) => ({
          items: [{ item_id: itemOf(order), quantity: 1, metadata }],
        })
        const first = await refunds.create(
          order.id,
          body({ a: "1", b: "2" }),
          "key-1"
        )
        const again = await refunds.create(
          order.id,
          body({ b: "2", a: "1" }),
          "key-1"
        )
        expect(again.data.order_refund.id).toBe(first.data.order_refund.id)
        const other = await refunds.create(
          order.id,
          body({ a: "1", b: "3" }),
          "key-1"
        )
        expect([other.status, other.data.code]).toEqual([
          409,
          "idempotency_key_reused",
        ])
        await expectBooks(order, "19.82", 1982)
      })

      it.each([
        ["items", "items.0.refund_reason_id"],
        ["shipping", "shipping.0.refund_reason_id"],
        ["adjustment", "adjustment.refund_reason_id"],
      ])(
        "is refused with a reason that does not exist: %s",
        async (part, field) => {
          const order = await pay()
          const refund_reason_id = "refr_none"
          const parts: Record<string, object> = {
            items: [{ item_id: itemOf(order), quantity: 1, refund_reason_id }],
            shipping: [
              { shipping_method_id: shippingOf(order), refund_reason_id },
            ],
            adjustment: { amount: 1, description: "Sorry", refund_reason_id },
          }
          const { status, data } = await refunds.create(order.id, {
            [part]: parts[part],
            refund_reason_id: late,
          })
          expect([status, data.code, data.details?.field]).toEqual([
            404,
            "refund_reason_not_found",
            field,
          ])
          expect(stripeRefunds(stripe, order)).toEqual([])
        }
      )

      it("of a refund that was made elsewhere gets them with its assignment", async () => {
        const order = await pay()
        stripe.control.refundInDashboard({
          payment_intent: String(order.payments[0]?.payment_intent),
          amount: 2500,
        })
        await deliverAll(getContainer(), stripe, api)
        const [imported] = (await refunds.overview(order.id)).order_refunds
        const assign = (refund_reason_id: string) =>
          refunds.post<{ order_refund: OrderRefundDTO }>(
            `/admin/order-refunds/${imported?.id}/assign`,
            {
              items: [
                {
                  item_id: itemOf(order),
                  quantity: 1,
                  refund_reason_id,
                  metadata: { rma: "RMA-2" },
                },
              ],
            }
          )
        expect((await assign("refr_none")).data.code).toBe(
          "refund_reason_not_found"
        )
        const { data } = await assign(damaged)
        expect(data.order_refund.lines).toMatchObject([
          {
            kind: "item",
            refund_reason: { code: "damaged" },
            metadata: { rma: "RMA-2" },
          },
          { kind: "unallocated", refund_reason: null, metadata: null },
        ])
        await expectBooks(order, "25", 2500)
      })
    })

    describe("metadata", () => {
      const metadata = { ticket: "4711", "erp.document": "RMA 12/3" }

      it("is kept with the refund, and in no book of Stripe's", async () => {
        const order = await pay()
        const { data } = await refunds.create(order.id, {
          shipping: "all",
          metadata,
        })
        expect(data.order_refund.metadata).toEqual(metadata)
        const { order_refunds } = await refunds.overview(order.id)
        expect(order_refunds[0]?.metadata).toEqual(metadata)
        const [list] = (
          await refunds.get<{ order_refunds: OrderRefundDTO[] }>(
            "/admin/order-refunds?fields=metadata"
          )
        ).data.order_refunds
        expect(list).toEqual({ id: data.order_refund.id, metadata })
        expect(
          Object.keys(stripeRefunds(stripe, order)[0]?.metadata ?? {})
        ).toEqual(["order_id", "order_refund_id", "refund_transaction_id"])
        await expectBooks(order, "5.95", 595)
      })

      it("is taken by the workflows, of one refund and of many", async () => {
        const order = await pay()
        const request = {
          items: [{ item_id: itemOf(order), quantity: 1, metadata }],
        }
        const input = { order_id: order.id, request, metadata }
        const one = await createOrderRefundWorkflow(getContainer()).run({
          input,
        })
        const many = await createOrderRefundsWorkflow(getContainer()).run({
          input: {
            refunds: [input, { ...input, metadata: { ticket: 4711 } as never }],
          },
        })
        const made = many.result.find(({ error }) => !error)
        for (const id of [one.result.order_refund_id, made?.order_refund_id]) {
          const { metadata: kept, lines } = await shown(String(id))
          expect([kept, lines[0]?.metadata]).toEqual([metadata, metadata])
        }
        expect(many.result.find(({ error }) => error)?.error).toMatchObject({
          code: "invalid_request",
          message: "metadata: ticket: must be text",
        })
        await expectBooks(order, "39.64", 3964)
      })

      it.each([
        ["a number", { ticket: 4711 }],
        ["something nested", { ticket: { id: "1" } }],
        ["a list", ["4711"]],
        ["text", "4711"],
        ["a long key", { ["k".repeat(41)]: "" }],
        ["a long value", { ticket: "v".repeat(501) }],
        ["a key that cannot be stored", { "a\0": "" }],
        ["a value that cannot be stored", { ticket: "\ud800" }],
        [
          "too many keys",
          Object.fromEntries(Array.from({ length: 51 }, (_each, i) => [i, ""])),
        ],
      ])("is refused where it is %s, on a line, too", async (_what, bad) => {
        const order = await pay()
        const items = [{ item_id: itemOf(order), quantity: 1, metadata: bad }]
        for (const [body, field] of [
          [{ shipping: "all", metadata: bad }, "metadata"],
          [{ items }, "items.0.metadata"],
        ] as const) {
          const { status, data } = await refunds.create(order.id, body)
          expect([status, data.code]).toEqual([400, "invalid_request"])
          expect(data.details?.field).toEqual(expect.stringContaining(field))
        }
        expect(stripeRefunds(stripe, order)).toEqual([])
      })

      it("and reasons of lines are nothing that the customer reads", async () => {
        const { id, token } = await createCustomer(getContainer())
        const order = await pay({ customer_id: id })
        await refunds.create(order.id, {
          items: [
            {
              item_id: itemOf(order),
              quantity: 1,
              refund_reason_id: damaged,
              metadata: { suspicion: "abuse" },
            },
          ],
          metadata: { suspicion: "abuse" },
        })
        const store = await storefront(api, getContainer())
        const { data } = await store.refundsOf(order.id, token)
        expect(data.order_refunds).toHaveLength(1)
        expect(JSON.stringify(data)).not.toMatch(/metadata|abuse|amaged|reason/)
      })
    })

    describe("with stripe.sendMetadata", () => {
      let restore: () => void
      beforeEach(() => {
        const service =
          getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
        const { options } = service
        const replaced = jest.replaceProperty(service, "options", {
          ...options,
          stripe: options.stripe && { ...options.stripe, sendMetadata: true },
        })
        restore = () => replaced.restore()
      })
      afterEach(() => restore())

      const FORGED = {
        zebra: "stripes",
        order_id: "order_forged",
        order_refund_id: "orref_forged",
        refund_transaction_id: "reftrx_forged",
        a: "first",
      }
      const sent = () =>
        stripe.control
          .requests()
          .filter(
            ({ method, path }) => method === "POST" && path === "/v1/refunds"
          )
          .map(({ params }) => params)

      it("Stripe has the refund's, that of no line, and our keys are ours", async () => {
        const order = await pay()
        const { data } = await refunds.create(order.id, {
          items: [
            { item_id: itemOf(order), quantity: 1, metadata: { rma: "1" } },
          ],
          metadata: FORGED,
        })
        expect(stripeRefunds(stripe, order)[0]?.metadata).toEqual({
          zebra: "stripes",
          a: "first",
          order_id: order.id,
          order_refund_id: data.order_refund.id,
          refund_transaction_id: data.order_refund.transactions[0]?.id,
        })
        expect(data.order_refund.metadata).toEqual(FORGED)
        await expectBooks(order, "19.82", 1982)
      })

      it("a request that is repeated is the same, byte for byte", async () => {
        const order = await pay()
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "reset_before",
          times: 10,
        })
        const { status } = await refunds.create(order.id, {
          shipping: "all",
          metadata: FORGED,
        })
        expect(status).toBe(202)
        const lost = sent().length
        stripe.control.clearFaults()
        await anHourLater(getContainer())
        expect(sent().length).toBeGreaterThan(lost)
        expect(
          new Set(sent().map((params) => JSON.stringify(params))).size
        ).toBe(1)
        await expectBooks(order, "5.95", 595)
      })

      it("is sent with a retry, too", async () => {
        const order = await pay()
        const { data } = await refunds.create(order.id, {
          shipping: "all",
          metadata: FORGED,
        })
        stripe.control.failRefund(
          String(data.order_refund.transactions[0]?.stripe_refund_id)
        )
        await deliverAll(getContainer(), stripe, api)
        const { id } = data.order_refund
        await refunds.post(`/admin/order-refunds/${id}/retry`, {})
        const { transactions } = await shown(id)
        const retried = stripeRefunds(stripe, order).find(
          (refund) => refund.id === transactions.at(-1)?.stripe_refund_id
        )
        expect(transactions).toHaveLength(2)
        expect(retried?.metadata).toMatchObject({
          zebra: "stripes",
          refund_transaction_id: transactions.at(-1)?.id,
        })
        await expectBooks(order, "5.95", 595)
      })

      it("leaves room for our keys", async () => {
        const order = await pay()
        const { status, data } = await refunds.create(order.id, {
          shipping: "all",
          metadata: Object.fromEntries(
            Array.from({ length: 48 }, (_each, i) => [`key_${i}`, ""])
          ),
        })
        expect([status, data.message]).toEqual([
          400,
          "metadata: has 48 keys, and may have 47",
        ])
      })
    })
  },
})
