import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { call } from "./support/call"
import { changingNothing, codeOf } from "./support/refusals"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/** A value, and the code that it is refused with. */
type Refused = [value: unknown, code: string]
const all = (code: string, values: unknown[]): Refused[] =>
  values.map((value) => [value, code])

const AMOUNTS: Refused[] = [
  ...all("invalid_amount", [
    0,
    -0,
    -1,
    "-0",
    "-1",
    "0",
    "0.00",
    "",
    " ",
    "NaN",
    "Infinity",
    "-Infinity",
    "0x10",
    "1_000",
    "1,5",
    "１",
    "١",
    "1e",
    "1e9999",
    "1e-9999",
    "9".repeat(65),
    null,
    true,
    [],
    ["1"],
    {},
    { toString: "1" },
    1e21,
    "1e999",
    (10n ** 30n).toString(),
    Number.MAX_VALUE,
    "9".repeat(64),
    "10000000000",
  ]),
  ...all("amount_not_representable", [
    0.001,
    "0.001",
    0.1 + 0.2,
    5e-324,
    "1e-999",
    `1.${"0".repeat(60)}1`,
  ]),
  ...all("amount_exceeds_line", ["1e5", "9999999999.99"]),
]

/** Unusual ways to write an amount that is right nevertheless. */
const READABLE: [written: unknown, amount: string][] = [
  [" 1", "1.00"],
  ["+1", "1.00"],
  ["1.", "1.00"],
  ["01.50", "1.50"],
  ["1e1", "10.00"],
  ["1.00000000000000000000", "1.00"],
  [29.99, "29.99"],
]

const QUANTITIES: Refused[] = [
  ...all("invalid_quantity", [
    0,
    -0,
    -1,
    1.5,
    Number.MIN_VALUE,
    1e21,
    2 ** 53,
    "1",
    "1e0",
    "",
    null,
    true,
    [1],
    {},
  ]),
  ...all("quantity_exceeds_refundable", [3, 2 ** 31, 2 ** 53 - 1]),
]

const STRANGE_BODIES: Refused[] = [
  ...all("invalid_request", [
    { items: {} },
    { items: "ALL" },
    { items: null },
    { items: [null] },
    { items: [[]] },
    { items: Array.from({ length: 1001 }, () => ({ item_id: "a" })) },
    { shipping: Array.from({ length: 101 }, () => "a") },
    { outstanding: false },
    { outstanding: 1 },
    { limit_to_payments: "true" },
    { payments: "all" },
    { payments: Array.from({ length: 101 }, () => ({})) },
    { notify_customer: "yes" },
    { adjustment: "1" },
    { restock: "return" },
    { order_id: "order_1", items: "all" },
    { created_by: "user_1", items: "all" },
    { idempotency_key: "key", items: "all" },
    { source: "customer", items: "all" },
    { items: "all", plan_hash: "a".repeat(129) },
    [],
    [{ items: "all" }],
  ]),
  ...all("nothing_to_refund", [{}, { items: [] }, { payments: [] }]),
]

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let order: PaidOrder
    let yen: PaidOrder

    beforeAll(async () => {
      refunds = await refundsApi(api, getContainer())
      const pay = (currency_code: string, amount: number) =>
        createPaidOrder(getContainer(), stripe, { ...BASKET, currency_code }, [
          { amount },
        ])
      order = await pay("eur", BASKET_TOTAL)
      yen = await pay("jpy", 125)
    })

    /** Every value is refused with its code, and nothing is stored or sent. */
    const expectRefused = (
      cases: Refused[],
      bodyOf: (value: unknown) => unknown,
      { id } = order
    ) =>
      changingNothing(getContainer(), stripe, async () => {
        const route = {
          method: "POST",
          path: "/admin/orders/:id/refunds",
        } as const
        const { headers } = refunds.admin
        const answers: Refused[] = []
        for (const [value] of cases) {
          const body = bodyOf(value)
          const reply = await call(api, route, { id, headers, body })
          answers.push([value, codeOf(reply)])
        }
        expect(answers).toEqual(cases)
      })
    const caps = (more: object) => ({
      items: [{ item_id: order.items[1]?.id, ...more }],
    })

    describe("amounts", () => {
      it.each<[string, (amount: unknown) => object]>([
        ["an item", (amount) => caps({ amount })],
        [
          "units of an item",
          (amount) => caps({ quantity: 2, amount: amount ?? null }),
        ],
        [
          "shipping",
          (amount) => ({
            shipping: [
              { shipping_method_id: order.shipping_methods[0]?.id, amount },
            ],
          }),
        ],
      ])("of %s are refused beyond their limits", (_, bodyOf) =>
        expectRefused(AMOUNTS, bodyOf)
      )

      it("of goodwill and of payments are limited by the payments", async () => {
        const cases = AMOUNTS.map(([value, code]): Refused => [
          value,
          code.replace("amount_exceeds_line", "amount_exceeds_payment"),
        ])
        await expectRefused(cases, (amount) => ({
          adjustment: { amount, description: "Sorry" },
        }))
        const payment_id = order.payments[0]?.id
        await expectRefused(cases, (amount) => ({
          shipping: "all",
          payments: [{ payment_id, amount }],
        }))
      })

      it("without decimals in a currency without", () =>
        expectRefused(
          all("amount_not_representable", ["1.5", 0.5, "1.01", 1e-7]),
          (amount) => ({ adjustment: { amount, description: "Sorry" } }),
          yen
        ))

      it("may be written in unusual ways, and are read exactly", async () => {
        const read: typeof READABLE = []
        for (const [amount] of READABLE) {
          const { data } = await refunds.preview(order.id, caps({ amount }))
          read.push([amount, data.refund_plan.amount])
        }
        expect(read).toEqual(READABLE)
      })
    })

    it("quantities are refused beyond their limits", () =>
      expectRefused(QUANTITIES, (quantity) => caps({ quantity })))

    it("bodies of another shape are refused", () =>
      expectRefused(STRANGE_BODIES, (body) => body))

    it("keys of JavaScript's own objects are fields that nobody knows", () =>
      expectRefused(
        all("invalid_request", [
          '{"__proto__":{"items":"all"}}',
          '{"items":[{"__proto__":{"item_id":"a"}}]}',
          '{"constructor":{"prototype":{"items":"all"}}}',
          '{"hasOwnProperty":1,"toString":1}',
        ]),
        (body) => body
      ))

    it("the last of two equal keys counts, as everywhere in JSON", () =>
      expectRefused(
        all("nothing_to_refund", ['{"items":"all","items":[]}']),
        (body) => body
      ))

    it("bodies that are no JSON, too deep or too big never reach a route", () =>
      changingNothing(getContainer(), stripe, async () => {
        const route = {
          method: "POST",
          path: "/admin/orders/:id/refunds",
        } as const
        const many = Array.from({ length: 10_000 }, () => ({ item_id: "a" }))
        const status = async (body: string, type = "application/json") => {
          const headers = { ...refunds.admin.headers, "content-type": type }
          const reply = await call(api, route, { id: order.id, headers, body })
          return [reply.status, reply.data.type]
        }
        expect(await status("{")).toEqual([400, "invalid_data"])
        expect(await status("null")).toEqual([400, "invalid_data"])
        expect(await status('"all"')).toEqual([400, "invalid_data"])
        expect(await status(`{"items":${"[".repeat(40_000)}`)).toEqual([
          400,
          "invalid_data",
        ])
        const deep = `${"[".repeat(40_000)}${"]".repeat(40_000)}`
        expect(await status(`{"items":${deep}}`)).toEqual([400, "invalid_data"])
        expect((await status(JSON.stringify({ items: many })))[0]).toBe(413)
        const megabyte = JSON.stringify({ note: "a".repeat(2 ** 20) })
        expect((await status(megabyte))[0]).toBe(413)
        expect((await status("{}", "application/json; charset=x"))[0]).toBe(415)
        expect(await status('{"items":"all"}', "text/plain")).toEqual([
          400,
          "invalid_data",
        ])
      }))
  },
})
