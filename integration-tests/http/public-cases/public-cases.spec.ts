import { refundPaymentWorkflow } from "@medusajs/core-flows"
import { Modules } from "@medusajs/framework/utils"
import type { OrderEditDTO } from "../../../src/types"
import { check } from "../../support/refund-checks"
import type { RefundsApi } from "../../support/refunds-api"
import { storeTests } from "../../support/store-tests"
import { deliverAll } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import published from "./bug-reports.json"
import {
  cancelFulfilment,
  editAtMedusa,
  openCaseShop,
  type CaseOrder,
  type CaseShop,
} from "./support/case-shop"

type Amounts = { amounts: string[] }

/** Told where the rule is at home. */
const TOLD_ELSEWHERE = ["B08", "D02", "O04", "G24", "O24"]

function caseOf<Expected>(id: string) {
  const found = published.cases.find((each) => each.id === id)
  return {
    title: found?.title,
    order: found?.order as CaseOrder,
    expected: found?.expect as Expected,
  }
}

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    const told: string[] = []

    /** Tells one case; its title is the rule. */
    const tell = <Expected>(
      id: string,
      story: (shop: CaseShop, expected: Expected) => Promise<void>,
      change: (order: CaseOrder) => Promise<CaseOrder> = async (order) => order
    ) => {
      const { title, order: recipe, expected } = caseOf<Expected>(id)
      told.push(id)
      it(`${id}: ${title}`, async () => {
        const order = await change(recipe)
        const shop = await openCaseShop(api, getContainer(), stripe, order)
        await story(shop, expected)
      })
    }
    const amountsOf = async (shop: CaseShop, bodies: object[]) => {
      const amounts: string[] = []
      for (const body of bodies) {
        amounts.push((await shop.refund(body)).amount)
      }
      return amounts
    }
    const EVERYTHING = { items: "all", shipping: "all" }

    describe("public bug reports: refunds", () => {
      tell<Amounts>("A01", async (shop, { amounts }) => {
        const one = shop.units(1)
        expect(await amountsOf(shop, [one, one, one])).toEqual(amounts)
        expect(await shop.books()).toMatchObject({ pending_difference: "0" })
      })

      tell<Amounts & { tax: string[] }>("A03", async (shop, expected) => {
        const part = {
          items: [
            { item_id: shop.item(0), quantity: 7 },
            { item_id: shop.item(1), quantity: 13 },
          ],
        }
        const made = [await shop.refund(part), await shop.refund(EVERYTHING)]
        expect(made.map(({ amount }) => amount)).toEqual(expected.amounts)
        expect(made.map(({ tax_total }) => tax_total)).toEqual(expected.tax)
        expect(await shop.books()).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
        })
      })

      tell<Amounts>("A05", async (shop, { amounts }) => {
        expect(
          await amountsOf(shop, [{ shipping: "all" }, shop.units(1)])
        ).toEqual(amounts)
      })

      tell<Amounts & { second: string; pending_difference: string }>(
        "A20",
        async (shop, expected) => {
          await editAtMedusa(shop, 7)
          const owed = { outstanding: true }
          expect(await amountsOf(shop, [owed])).toEqual(expected.amounts)
          const second = await shop.refunds.create(shop.order.id, owed)
          expect(second.data.code).toBe(expected.second)
          const { pending_difference } = await shop.books()
          expect(pending_difference).toBe(expected.pending_difference)
        }
      )

      tell<{ amount: string; tax_total: string }>(
        "A21",
        async (shop, expected) => {
          expect(await shop.refund(EVERYTHING)).toMatchObject(expected)
          expect(await shop.books()).toMatchObject({
            pending_difference: "0",
            payment_status: "refunded",
            stripe_minor: 1800,
          })
        }
      )

      it("A21: the same tax where it is refunded in parts", async () => {
        const { order, expected } = caseOf<{ tax_total: string }>("A21")
        const shop = await openCaseShop(api, getContainer(), stripe, order)
        const half = await shop.refund({
          items: [{ item_id: shop.item(), amount: "10.00" }],
        })
        const rest = await shop.refund({ items: "all" })
        const sum = (field: "amount" | "tax_total") =>
          (Number(half[field]) + Number(rest[field])).toFixed(2)
        expect({
          amount: sum("amount"),
          tax_total: sum("tax_total"),
        }).toEqual(expected)
      })

      tell<Amounts & { reserved: number }>("A23", async (shop, expected) => {
        const rest = [
          { item_id: shop.item(), quantity: 998, restock: "cancel" },
        ]
        const bodies = [shop.units(1), shop.units(1), { items: rest }]
        expect(await amountsOf(shop, bodies)).toEqual(expected.amounts)
        expect(await shop.store.reserved(shop.item())).toBe(expected.reserved)
      })

      tell<Amounts & { gst: string; qst: string }>(
        "A28",
        async (shop, expected) => {
          const cents = { items: [{ item_id: shop.item(), amount: "0.03" }] }
          const bodies = [cents, shop.units(1), shop.units(1, 1), EVERYTHING]
          expect(await amountsOf(shop, bodies)).toEqual(expected.amounts)
          const { order_refunds } = await shop.refunds.overview(shop.order.id)
          const taxes = order_refunds
            .flatMap(({ lines }) => lines)
            .flatMap(({ tax_lines }) => tax_lines)
          const taxOf = (code: string) =>
            taxes
              .filter((tax) => tax.code === code)
              .reduce((sum, { amount }) => sum + Number(amount), 0)
              .toFixed(2)
          expect({ gst: taxOf("gst"), qst: taxOf("qst") }).toEqual({
            gst: expected.gst,
            qst: expected.qst,
          })
        }
      )

      tell<{ amount: string }>("A13", async (shop, { amount }) => {
        await shop.refund({
          items: [{ item_id: shop.item(), quantity: 1, amount: "17.50" }],
        })
        const { items, summary } = await shop.refunds.overview(shop.order.id)
        expect([items[0]?.refundable_amount, summary.refundable]).toEqual([
          amount,
          amount,
        ])
        const all = { items: "all" }
        const { data } = await shop.refunds.preview(shop.order.id, all)
        expect(data.refund_plan.amount).toBe(amount)
        expect((await shop.refund(all)).amount).toBe(amount)
        expect(await shop.books()).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
        })
      })

      tell<{ status: number; stripe_refunds: number }>(
        "O02",
        async (shop, expected) => {
          const { order, refunds } = shop
          const [payment] = order.payments
          const before = await shop.books()
          const tries = await Promise.all([
            refunds.preview(order.id, shop.units(1)),
            refunds.create(order.id, shop.units(1)),
            refunds.create(order.id, EVERYTHING),
            refunds.create(order.id, {
              ...shop.units(1),
              payments: [{ payment_id: payment?.id, amount: "50" }],
            }),
            refunds.post<object>(`/admin/payments/${payment?.id}/refund`, {
              amount: 50,
            }),
            refunds.post<object>(`/admin/orders/${order.id}/cancel`, {}),
          ])
          for (const { status, data } of tries) {
            expect([status, data.code]).toEqual([
              expected.status,
              "payment_currency_mismatch",
            ])
            expect(data.message).toContain(`${payment?.id} is in USD`)
          }
          expect(shop.atStripe()).toHaveLength(expected.stripe_refunds)
          expect(await shop.books()).toEqual(before)
          const overview = await refunds.overview(order.id)
          expect(overview).toMatchObject({
            order_refunds: [],
            summary: { captured: "0.00", refundable: "0.00" },
            payments: [
              { currency_code: "usd", captured: "110.00", refundable: false },
            ],
            blocked: { code: "payment_currency_mismatch" },
          })
        }
      )

      it("O02: the payments in the order's currency go on being refundable", async () => {
        const shop = await openCaseShop(api, getContainer(), stripe, {
          items: [{ quantity: 2, unit_price: 50 }],
          payments: [{ amount: 55, currency_code: "usd" }, { amount: 50 }],
        })
        const { order, refunds } = shop
        const summary = async () => (await refunds.overview(order.id)).summary
        expect(await summary()).toMatchObject({
          captured: "50.00",
          refundable: "50.00",
        })
        for (const body of [shop.units(2), EVERYTHING]) {
          const { status, data } = await refunds.create(order.id, body)
          expect([status, data.code]).toEqual([
            400,
            "payment_currency_mismatch",
          ])
        }
        expect((await shop.refund(shop.units(1))).amount).toBe("50.00")
        expect(shop.atStripe().map(({ amount }) => amount)).toEqual([5000])
        expect(await summary()).toMatchObject({
          captured: "50.00",
          refunded: "50.00",
          refundable: "0.00",
        })
      })
    })

    describe("a refund that Stripe made of a payment in another currency", () => {
      it("is told in that currency, and counts in no sum of the order", async () => {
        const shop = await openCaseShop(api, getContainer(), stripe, {
          items: [{ quantity: 2, unit_price: 50 }],
          payments: [{ amount: 8000, currency_code: "jpy" }, { amount: 50 }],
        })
        stripe.control.refundInDashboard({
          payment_intent: String(shop.order.payments[0]?.payment_intent),
          amount: 4000,
        })
        await deliverAll(getContainer(), stripe, api)
        expect(await shop.refunds.overview(shop.order.id)).toMatchObject({
          order_refunds: [
            {
              source: "stripe",
              currency_code: "jpy",
              amount: "4000",
              lines: [{ kind: "unallocated", amount: "4000" }],
            },
          ],
          summary: { captured: "50.00", refunded: "0.00", refundable: "50.00" },
        })
        expect(await check(getContainer())).toEqual([])
      })

      it("is not sent again by us where Medusa's own one failed", async () => {
        const shop = await openCaseShop(api, getContainer(), stripe, {
          items: [{ quantity: 2, unit_price: 50 }],
          payments: [{ amount: 110, currency_code: "usd" }],
        })
        await refundPaymentWorkflow(getContainer()).run({
          input: { payment_id: String(shop.order.payments[0]?.id), amount: 30 },
        })
        await deliverAll(getContainer(), stripe, api)
        stripe.control.failRefund(String(shop.atStripe()[0]?.id))
        await deliverAll(getContainer(), stripe, api)
        const [refund] = (await shop.refunds.overview(shop.order.id))
          .order_refunds
        expect(refund).toMatchObject({ source: "medusa", currency_code: "usd" })
        const { status, data } = await shop.refunds.post<{ code: string }>(
          `/admin/order-refunds/${refund?.id}/retry`,
          {}
        )
        expect([status, data.code]).toEqual([400, "payment_currency_mismatch"])
        expect(shop.atStripe()).toEqual([])
      })
    })

    describe("public bug reports: goods and edits", () => {
      const editOf = async (
        { edits, order }: CaseShop,
        body: object
      ): Promise<OrderEditDTO> => {
        const { status, data } = await edits.edit(order.id, { ...body })
        expect([status, data.message]).toEqual([200, undefined])
        return data.order_edit
      }
      const to = (shop: CaseShop, quantity: number, index = 0) => ({
        items: [{ item_id: shop.item(index), quantity }],
      })

      tell<{
        preview: { owed: string; settlement: string }
        edit: { kind: string; amount: string; status: string }
      }>("C01", async (shop, expected) => {
        await shop.refund(shop.units(1))
        const { data } = await shop.edits.preview(shop.order.id, to(shop, 1))
        const { owed, settlement } = data.order_edit_preview
        expect({ owed, settlement: settlement.kind }).toEqual(expected.preview)
        const edit = await editOf(shop, { ...to(shop, 1), settle: "auto" })
        expect(edit.settlement).toMatchObject(expected.edit)
        expect(await shop.books()).toMatchObject({ pending_difference: "0" })
      })

      tell<{ refund: string; left: string }>("G19", async (shop, expected) => {
        const edit = await editOf(shop, to(shop, 2))
        expect(edit.settlement).toMatchObject({
          kind: "refund",
          status: "settled",
          amount: expected.refund,
        })
        const { summary } = await shop.refunds.overview(shop.order.id)
        expect(summary.refundable).toBe(expected.left)
        expect(await shop.books()).toMatchObject({ pending_difference: "0" })
      })

      tell<{ kind: string; pending_difference: string }>(
        "B01",
        async (shop, expected) => {
          const added = await shop.store.stock("Ten", 10)
          await editOf(shop, {
            additions: [
              {
                variant_id: added.variant_id,
                quantity: 1,
                unit_price: "10.00",
              },
            ],
            settle: "link",
          })
          const order = await getContainer()
            .resolve(Modules.ORDER)
            .retrieveOrder(shop.order.id, { relations: ["items"] })
          const line = order.items?.find(
            ({ variant_id }) => variant_id === added.variant_id
          )
          const { settlement } = await editOf(shop, {
            items: [{ item_id: String(line?.id), quantity: 0 }],
          })
          expect(settlement.kind).toBe(expected.kind)
          const { pending_difference } = await shop.books()
          expect(pending_difference).toBe(expected.pending_difference)
          // Nobody paid the link: no money moved by the first edit either.
          const history = await historyOf(shop)
          expect(history).toEqual([
            ["none", "settled"],
            ["none", "settled"],
          ])
        }
      )

      tell<{ payment_status: string }>("H01", async (shop, expected) => {
        await editOf(shop, { ...to(shop, 2), settle: "link" })
        await editOf(shop, to(shop, 1))
        await shop.refund({ items: "all" })
        expect(await shop.books()).toMatchObject({
          pending_difference: "0",
          ...expected,
        })
      })

      tell<{ stock: string[] }>("G11", async (shop, { stock }) => {
        const cancel = (quantity: number) =>
          shop.refund({
            items: [{ item_id: shop.item(), quantity, restock: "cancel" }],
          })
        const seen: string[] = []
        await cancel(2)
        seen.push(await shop.shelf())
        await cancelFulfilment(getContainer(), shop)
        seen.push(await shop.shelf())
        await cancel(3)
        seen.push(await shop.shelf())
        expect(seen).toEqual(stock)
      })

      tell<Amounts>(
        "K05",
        async (shop, { amounts }) => {
          await buyTwoGetOne(shop)
          const refund = await shop.refunds.preview(
            shop.order.id,
            shop.units(1)
          )
          const seen = [refund.data.refund_plan.amount]
          for (const discounts of ["keep", "recompute"]) {
            const { data } = await shop.edits.preview(shop.order.id, {
              ...to(shop, 2),
              discounts,
            })
            seen.push(data.order_edit_preview.settlement.amount)
          }
          expect(seen).toEqual(amounts)
        },
        async (order) => ({
          ...order,
          items: order.items.map((item) => ({
            ...item,
            adjustments: (item.adjustments ?? []).map((adjustment) => ({
              ...adjustment,
              code: "GIFT",
            })),
          })),
        })
      )

      /** The promotion that the checkout had applied. */
      async function buyTwoGetOne({ order, products }: CaseShop) {
        const rules = [
          {
            attribute: "items.variant_id",
            operator: "eq" as const,
            values: [String(products[0]?.variant_id)],
          },
        ]
        const { id } = await getContainer()
          .resolve(Modules.PROMOTION)
          .createPromotions({
            code: "GIFT",
            type: "buyget",
            status: "active",
            application_method: {
              type: "percentage",
              target_type: "items",
              allocation: "each",
              value: 100,
              max_quantity: 1,
              apply_to_quantity: 1,
              buy_rules_min_quantity: 2,
              target_rules: rules,
              buy_rules: rules,
            },
          })
        await getContainer()
          .resolve("link")
          .create({
            [Modules.ORDER]: { order_id: order.id },
            [Modules.PROMOTION]: { promotion_id: id },
          })
      }

      async function historyOf(shop: {
        order: { id: string }
        refunds: RefundsApi
      }) {
        const { data } = await shop.refunds.get<{
          order_edits: OrderEditDTO[]
        }>(`/admin/orders/${shop.order.id}/edits`)
        return data.order_edits.map(({ settlement }) => [
          settlement.kind,
          settlement.status,
        ])
      }
    })

    it("every public case is told", () => {
      const ids = published.cases.map(({ id }) => id)
      expect([...new Set([...told, ...TOLD_ELSEWHERE])].sort()).toEqual(
        ids.sort()
      )
    })
  },
})
