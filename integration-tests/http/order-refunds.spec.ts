import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type {
  AdminOrderRefundDetailResponse,
  AdminOrderRefundListResponse,
} from "../../src/types"
import { createPaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
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
    let refunds: RefundsApi

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
    })

    const pay = (payment_method?: string) =>
      createPaidOrder(getContainer(), stripe, BASKET, [
        { amount: BASKET_TOTAL, payment_method },
      ])

    /** Three refunds over two orders, oldest first. */
    const someRefunds = async () => {
      const [first, second] = [await pay(), await pay("pm_card_pendingRefund")]
      const shipping = { shipping: "all", note: "Parcel 100% late" } as const
      const goodwill = { adjustment: { amount: 1, description: "Sorry" } }
      const answers = [
        await refunds.create(first.id, shipping),
        await refunds.create(first.id, goodwill),
        await refunds.create(second.id, goodwill),
      ]
      return {
        first,
        second,
        ids: answers.map(({ data }) => data.order_refund.id),
      }
    }

    describe("Medusa's query.graph", () => {
      const graph = (entity: string, fields: string[], filters = {}) =>
        getContainer()
          .resolve(ContainerRegistrationKeys.QUERY)
          .graph({ entity, fields, filters })

      it("reads the records with their lines, movements of money and trail", async () => {
        const { first, ids } = await someRefunds()
        const fields = ["*", "lines.*", "transactions.*", "events.*"]
        const filters = { order_id: first.id }
        const { data } = await graph("order_refund", fields, filters)
        expect(data.map(({ id }) => id).sort()).toEqual([ids[0], ids[1]].sort())
        expect(data[0]).toMatchObject({
          order_id: first.id,
          lines: [{ amount: expect.stringMatching(/^\d+\.\d+$/) }],
          transactions: [{ status: "succeeded" }],
        })
        expect(data[0]?.events.length).toBeGreaterThan(0)
      })

      it.each([
        "refunds_order_edit",
        "refunds_order_release",
        "refunds_payment_dispute",
        "refunds_reconciliation",
        "refunds_stripe_event",
        "refunds_stripe_payment",
      ])("knows %s", async (entity) => {
        expect((await graph(entity, ["*"])).data).toEqual([])
      })

      it("reads an order with its refunds, and no others", async () => {
        const { first, ids } = await someRefunds()
        const { data } = await graph(
          "order",
          ["id", "order_refunds.*", "order_refunds.lines.*"],
          { id: first.id }
        )
        expect(data).toHaveLength(1)
        expect(
          data[0]?.order_refunds.map(({ id }: { id: string }) => id).sort()
        ).toEqual([ids[0], ids[1]].sort())
        expect(data[0]?.order_refunds[0]?.lines).toHaveLength(1)
      })
    })

    describe("GET /admin/order-refunds", () => {
      const list = async (query: string) => {
        const { status, data } =
          await refunds.get<AdminOrderRefundListResponse>(
            `/admin/order-refunds?${query}`
          )
        expect(status).toBe(200)
        return { ...data, ids: data.order_refunds.map(({ id }) => id) }
      }

      it("answers with the fields that are asked for", async () => {
        const { first, ids } = await someRefunds()
        const of = async (fields: string) =>
          (await list(`order_id=${first.id}&order=created_at&fields=${fields}`))
            .order_refunds
        expect(await of("amount,lines.kind")).toEqual([
          { id: ids[0], amount: "5.95", lines: [{ kind: "shipping" }] },
          { id: ids[1], amount: "1.00", lines: [{ kind: "adjustment" }] },
        ])
        const [whole] = await of("%2Border.email,%2Border.summary.paid_total")
        const { order, ...known } = whole as { order?: object } & object
        expect(order).toMatchObject({
          id: first.id,
          email: expect.stringContaining("@"),
          summary: { paid_total: expect.anything() },
        })
        const [usual] = (await list(`order_id=${first.id}&order=created_at`))
          .order_refunds
        expect(known).toEqual(usual)
        const { lines: _lines, ...rest } = { ...usual }
        expect((await of("-lines"))[0]).toEqual(rest)
        expect(await of("order.email")).toHaveLength(2)
        const refused = await refunds.get(
          "/admin/order-refunds?fields=idempotency_key"
        )
        expect([refused.status, refused.data]).toMatchObject([
          400,
          { code: "invalid_request", details: { field: "fields" } },
        ])
      })

      it("lists refunds of all orders, newest first, in pages", async () => {
        const { ids } = await someRefunds()
        const page = await list("limit=2")
        expect(page).toMatchObject({ count: 3, limit: 2, offset: 0 })
        expect(page.ids).toEqual([ids[2], ids[1]])
        expect((await list("limit=2&offset=2")).ids).toEqual([ids[0]])
        expect((await list("order=created_at")).ids).toEqual(ids)
      })

      it("filters by order, status, source, date and what people type", async () => {
        const { first, second, ids } = await someRefunds()
        expect((await list(`order_id=${first.id}`)).count).toBe(2)
        expect((await list("status=pending")).ids).toEqual([ids[2]])
        expect((await list("status[]=pending&status[]=succeeded")).count).toBe(
          3
        )
        expect((await list("source=stripe")).count).toBe(0)
        expect((await list("created_at[$gte]=2020-01-01")).count).toBe(3)
        expect((await list("created_at[$lt]=2020-01-01")).count).toBe(0)
        expect((await list(`q=${ids[1]}`)).ids).toEqual([ids[1]])
        expect((await list(`q=${second.id}`)).ids).toEqual([ids[2]])
        expect((await list("q=100%25")).ids).toEqual([ids[0]])
        expect((await list("q=parc")).ids).toEqual([ids[0]])
        const stripeId = stripe.control.snapshot().refunds[1]?.id
        expect((await list(`q=${stripeId}`)).ids).toEqual([ids[1]])
      })

      it("goes on after a refund's number, with no need to count the others", async () => {
        const { ids } = await someRefunds()
        const page = "order=-display_id&limit=2&with_count=false"
        const first = await list(page)
        expect(first.ids).toEqual([ids[2], ids[1]])
        expect(first).not.toHaveProperty("count")
        const last = first.order_refunds.at(-1)?.display_id
        const second = await list(`${page}&display_id[$lt]=${last}`)
        expect(second.ids).toEqual([ids[0]])
        expect((await list(`display_id=${last}`)).ids).toEqual([ids[1]])
      })

      it.each([
        "status=paid",
        "limit=0",
        "limit=a",
        "order=amount",
        "display_id[$lt]=a",
        "display_id[$in]=1",
        "with_count=maybe",
        "x=1",
      ])("refuses the query %s", async (query) => {
        const { status, data } = await refunds.get<object>(
          `/admin/order-refunds?${query}`
        )
        expect([status, data.code]).toEqual([400, "invalid_request"])
      })
    })

    describe("GET /admin/order-refunds/:id", () => {
      it("shows one refund with everything that ever happened to it", async () => {
        const { ids } = await someRefunds()
        const { data } = await refunds.get<AdminOrderRefundDetailResponse>(
          `/admin/order-refunds/${ids[0]}`
        )
        const { audit_trail, ...refund } = data.order_refund
        expect(refund).toMatchObject({ id: ids[0], amount: "5.95" })
        expect(
          audit_trail.map(({ action, from_status, to_status }) => [
            action,
            from_status,
            to_status,
          ])
        ).toEqual([
          ["reserved", null, "processing"],
          ["submitting", "reserved", "submitting"],
          ["gateway_accepted", "submitting", "succeeded"],
          ["booked", null, null],
        ])
        expect(audit_trail[0]?.actor).toBe(`user:${refunds.admin.user_id}`)
        expect(audit_trail[2]?.stripe_request_id).toMatch(/^req_/)
      })

      it.each([
        "UPDATE refunds_audit_entry SET actor = 'nobody'",
        "DELETE FROM refunds_audit_entry",
      ])(
        "keeps a trail that the database refuses to rewrite: %s",
        async (sql) => {
          await someRefunds()
          const database = getContainer().resolve(
            ContainerRegistrationKeys.PG_CONNECTION
          )
          await expect(database.raw(sql)).rejects.toThrow("append-only")
        }
      )

      it("404s for a refund that does not exist", async () => {
        const { status, data } = await refunds.get<object>(
          "/admin/order-refunds/orref_none"
        )
        expect([status, data.code]).toEqual([404, "order_refund_not_found"])
      })

      it("keeps keys, requests and internals to itself", async () => {
        const { ids } = await someRefunds()
        const { data } = await refunds.get<object>(
          `/admin/order-refunds/${ids[0]}`
        )
        const text = JSON.stringify(data)
        for (const secret of [
          "idempotency_key",
          "request_hash",
          "sk_test",
          "whsec",
        ]) {
          expect(text).not.toContain(secret)
        }
      })
    })
  },
})
