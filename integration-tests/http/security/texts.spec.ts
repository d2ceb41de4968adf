import { Modules } from "@medusajs/framework/utils"
import type { OrderRefundDTO } from "../../../src/types"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { deliverAll } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { call } from "./support/call"
import { nameOf, ROUTES } from "./support/our-routes"
import { changingNothing, codeOf } from "./support/refusals"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/** What is no text for a database. */
const BROKEN = ["a\0b", "\0", "a\ud83d", "\ude00b"]

const STRANGE = [
  "\u202egnp.exe",
  "<script>alert(1)</script>",
  "'; DROP TABLE refunds_order_refund; --",
  "${7*7} {{7*7}} %s %n",
  "😀 é e\u0301 \u200b \ufeff \u{10ffff}",
  "line\r\nbreak\ttab\u0007bell",
  "a".repeat(5000),
]

/** What a route needs, so that only the id is wrong. */
const BODIES: [string, object][] = [
  ["/settle", { reference: "SEPA 1" }],
  ["/resolve", { arrived: true }],
  ["/ask", { note: "Which one?" }],
  ["/decline", { note: "It was worn." }],
  ["/goods", { waits_for_goods: true }],
  ["/refund-requests/:id/assign", { order_id: "order_none" }],
]

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let order: PaidOrder
    let outside: OrderRefundDTO | undefined

    beforeAll(async () => {
      refunds = await refundsApi(api, getContainer())
      order = await createPaidOrder(getContainer(), stripe, BASKET, [
        { amount: BASKET_TOTAL },
      ])
      stripe.control.refundInDashboard({
        payment_intent: String(order.payments[0]?.payment_intent),
        amount: 2000,
      })
      await deliverAll(getContainer(), stripe, api)
      outside = (await refunds.overview(order.id)).order_refunds[0]
    })

    const post = (path: string, id: string | undefined, body: unknown) =>
      call(
        api,
        { method: "POST", path },
        { id, body, headers: refunds.admin.headers }
      )
    const fail = async () => {
      stripe.control.failRefund(
        String(outside?.transactions[0]?.stripe_refund_id)
      )
      await deliverAll(getContainer(), stripe, api)
    }

    type Field = [field: string, bodyOf: (text: string) => object]
    const FIELDS: Field[] = [
      ["note", (note) => ({ shipping: "all", note })],
      [
        "customer_note",
        (customer_note) => ({ shipping: "all", customer_note }),
      ],
      [
        "adjustment.description",
        (description) => ({ adjustment: { amount: 1, description } }),
      ],
      [
        "refund_reason_id",
        (refund_reason_id) => ({ shipping: "all", refund_reason_id }),
      ],
      ["plan_hash", (plan_hash) => ({ shipping: "all", plan_hash })],
      ["items.0.item_id", (item_id) => ({ items: [{ item_id, quantity: 1 }] })],
      [
        "shipping.0.shipping_method_id",
        (shipping_method_id) => ({ shipping: [{ shipping_method_id }] }),
      ],
      [
        "payments.0.payment_id",
        (payment_id) => ({
          shipping: "all",
          payments: [{ payment_id, amount: 1 }],
        }),
      ],
    ]

    it("no field of a refund can hold what the database cannot keep", () =>
      changingNothing(getContainer(), stripe, async () => {
        for (const [field, bodyOf] of FIELDS) {
          for (const text of BROKEN) {
            const reply = await post(
              "/admin/orders/:id/refunds",
              order.id,
              bodyOf(text)
            )
            expect([codeOf(reply), reply.data.details]).toEqual([
              "invalid_request",
              expect.objectContaining({ field }),
            ])
          }
        }
      }))

    it("what is said about a failed refund can neither", async () => {
      await fail()
      await changingNothing(getContainer(), stripe, async () => {
        for (const text of BROKEN) {
          for (const [action, body] of [
            ["settle", { reference: text }],
            ["settle", { reference: "SEPA 1", note: text }],
            ["withdraw", { note: text }],
          ] as const) {
            const path = `/admin/order-refunds/:id/${action}`
            expect(codeOf(await post(path, outside?.id, body))).toBe(
              "invalid_request"
            )
          }
        }
      })
    })

    it("no text can be longer than its limit", () =>
      changingNothing(getContainer(), stripe, async () => {
        for (const [field, limit] of [
          ["note", 5000],
          ["customer_note", 5000],
          ["refund_reason_id", 255],
          ["plan_hash", 128],
        ] as const) {
          const body = { shipping: "all", [field]: "a".repeat(limit + 1) }
          const reply = await post("/admin/orders/:id/refunds", order.id, body)
          expect([field, codeOf(reply)]).toEqual([field, "invalid_request"])
        }
      }))

    it("strange but honest text is kept and shown as it was written", async () => {
      for (const note of STRANGE) {
        const { status, data } = await refunds.create(order.id, {
          adjustment: { amount: "0.01", description: note.slice(0, 500) },
          note,
          customer_note: note,
        })
        expect(status).toBe(200)
        expect(data.order_refund).toMatchObject({ note, customer_note: note })
        expect(data.order_refund.lines[0]?.title).toBe(
          note.slice(0, 500).trim()
        )
      }
      expect((await refunds.overview(order.id)).order_refunds).toHaveLength(
        STRANGE.length + 1
      )
    })

    it("ids in paths that cannot exist are told so, by every route", async () => {
      const ids = [
        "a\0",
        "\ud83d",
        "' OR 1=1 --",
        "../order-refunds",
        "%",
        "a".repeat(4000),
        "__proto__",
      ]
      const { headers } = refunds.admin
      const withId = ROUTES.filter(
        ({ path, caller }) => path.includes(":id") && caller === "admin"
      )
      const strange: string[] = []
      await changingNothing(getContainer(), stripe, async () => {
        for (const route of withId) {
          // A lone half has no URL encoding at all.
          for (const id of ids.filter((each) => each !== "\ud83d")) {
            const body =
              route.method === "GET" ? undefined : bodyFor(nameOf(route))
            const { status } = await call(api, route, { id, headers, body })
            if (status !== (id.includes("\0") ? 400 : 404)) {
              strange.push(`${nameOf(route)} ${id.slice(0, 20)}: ${status}`)
            }
          }
        }
      })
      expect(strange).toEqual([])
    })

    /** A body that is fine, so that the id decides. */
    const bodyFor = (name: string): object =>
      BODIES.find(([end]) => name.endsWith(end))?.[1] ?? {}

    describe("the header Idempotency-Key", () => {
      const send = (key: string | string[]) =>
        call(
          api,
          { method: "POST", path: "/admin/orders/:id/refunds" },
          {
            id: order.id,
            body: { adjustment: { amount: 1, description: "Sorry" } },
            headers: { ...refunds.admin.headers, "idempotency-key": key },
          }
        )

      it("is refused when it is empty or longer than 255 characters", () =>
        changingNothing(getContainer(), stripe, async () => {
          for (const key of ["", "   ", "k".repeat(256), "k".repeat(300)]) {
            expect(codeOf(await send(key))).toBe("invalid_request")
          }
        }))

      it.each([
        ["of 255 characters", "k".repeat(255)],
        ["of Latin letters", "schlüssel-é"],
        ["with SQL", "'; DELETE FROM refunds_order_refund; --"],
        ["sent twice, which HTTP makes one of", ["a", "b"]],
      ])("%s makes one refund", async (_, key) => {
        const [first, second] = [await send(key), await send(key)]
        expect([first.status, second.status]).toEqual([200, 200])
        expect(second.data).toEqual(first.data)
        expect((await refunds.overview(order.id)).order_refunds).toHaveLength(2)
      })

      it("cannot be taken for the order of somebody else", async () => {
        const other = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
        await refunds.create(order.id, { shipping: "all" }, "key")
        const reply = await refunds.create(other.id, { shipping: "all" }, "key")
        expect([reply.status, reply.data.code]).toEqual([
          409,
          "idempotency_key_reused",
        ])
      })
    })

    describe("filters", () => {
      const list = (path: string, query: string) =>
        call(
          api,
          { method: "GET", path: `/admin/${path}` },
          { query, headers: refunds.admin.headers }
        )

      type Query = [path: string, query: string]
      const onEach = (paths: string[], queries: string[]): Query[] =>
        paths.flatMap((path) => queries.map((query): Query => [path, query]))

      const REFUSED = [
        ...onEach(
          ["order-refunds", "stripe-events", "refund-reconciliations"],
          [
            "limit=1000000000",
            "limit=-1",
            "limit=0",
            "limit=abc",
            "limit=1.5",
            "limit=NaN",
            "limit=Infinity",
            "limit[$gt]=1",
            "offset=-1",
            "offset=1e300",
            "offset=abc",
            "fields=*payments",
            "fields=order_refund.idempotency_key",
            "expand=all",
            "__proto__[x]=1&x=1",
          ]
        ),
        ...onEach(
          ["order-refunds"],
          [
            "order=id;drop",
            "order=note",
            "order=-",
            "order[created_at]=desc",
            "status=x",
            "status[$ne]=failed",
            "status[]=",
            "q[$ilike]=%25",
            "q[]=a",
            `q=${"a".repeat(256)}`,
            "q=a%00b",
            "order_id=%00",
            "order_id[$like]=%25",
            "refund_reason_id=",
            "source=nobody",
            "created_at=2020-01-01",
            "created_at[$gte]=yesterday",
            "created_at[$gte]=2020-02-30",
            "created_at[$gte]=0000-01-01",
            "created_at[$gte]=0001-01-01T00:00:00%2B01:00",
            "created_at[$lt]=9999-12-31T23:59:59-01:00",
            "created_at[$gte]=2020-01-01T00:00:00Z'--",
            "created_at[$in][]=2020-01-01",
            "deleted_at=",
            "$or[0][id]=a",
          ]
        ),
        ...onEach(["stripe-events"], ["status=x", "status[$ne]=failed"]),
      ]

      const EMPTY = [
        ...onEach(
          ["order-refunds"],
          [
            "q=' OR '1'='1",
            "q=%25",
            "q=_%5C",
            "q=1); DROP TABLE refunds_order_refund; --",
            "order_id=' OR 1=1 --",
            "refund_reason_id=null",
            "created_at[$gte]=9999-12-31T23:59:59Z",
            "created_at[$lt]=0001-01-01",
            "created_at[$lt]=2000-01-01T00:00:00%2B23:59",
            "offset=1000000",
          ]
        ),
        ...onEach(
          ["stripe-events", "refund-reconciliations"],
          ["offset=9007199254740991"]
        ),
      ]

      it("that are not the API's are refused, by every list", async () => {
        const open: string[] = []
        for (const [path, query] of REFUSED) {
          const code = codeOf(await list(path, query))
          if (code !== "invalid_request") {
            open.push(`${path}?${query}: ${code}`)
          }
        }
        expect(open).toEqual([])
      })

      it("are words to look for, never SQL or patterns", async () => {
        const found: string[] = []
        for (const [path, query] of EMPTY) {
          const { status, data } = await list(path, query)
          const rows = Object.values(data).find(Array.isArray)
          if (status !== 200 || rows?.length !== 0) {
            found.push(`${path}?${query}: ${status} ${JSON.stringify(data)}`)
          }
        }
        expect(found).toEqual([])
      })
    })

    it("a refund reason is one of the store's", async () => {
      const reason = await getContainer()
        .resolve(Modules.PAYMENT)
        .createRefundReasons({ label: "Late", code: "late" })
      const body = { shipping: "all", refund_reason_id: reason.id }
      expect((await refunds.create(order.id, body)).status).toBe(200)
    })
  },
})
