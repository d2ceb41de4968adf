import { signAccess } from "../../../src/domain"
import { REFUNDS_MODULE } from "../../../src/modules/refunds"
import type { RefundsModuleService } from "../../../src/modules/refunds/service"
import { REFUND_REQUESTS_MODULE } from "../../../src/modules/refund-requests"
import type { RefundRequestsModuleService } from "../../../src/modules/refund-requests/service"
import { createCustomer, type Customer } from "../../support/customer"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { ACCESS_SECRET } from "../../support/access-secret"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import {
  customerApi,
  type CustomerApi,
  type Visitor,
} from "./support/customer-api"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const DAY = 24 * 60 * 60 * 1000

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let shop: CustomerApi
    let customer: Customer
    let order: PaidOrder
    let other: PaidOrder

    const buy = (recipe: object = {}) =>
      createPaidOrder(getContainer(), stripe, { ...BASKET, ...recipe }, [
        { amount: BASKET_TOTAL },
      ])

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      shop = await customerApi(api, getContainer())
      customer = await createCustomer(getContainer())
      order = await buy({ customer_id: customer.id })
      other = await buy({ email: "guest@example.com" })
    })

    const link = (
      orderId: string,
      {
        scope = "request" as "read" | "request",
        version = 0,
        days = 30,
        secret = ACCESS_SECRET,
      } = {}
    ) => ({
      access: signAccess(
        {
          order_id: orderId,
          scope,
          version,
          expires_at: new Date(Date.now() + days * DAY),
        },
        secret
      ),
    })
    const ask = (visitor: Visitor, orderId = other.id) =>
      shop.ask(
        orderId,
        {
          items: [
            {
              item_id: String(
                (orderId === other.id ? other : order).items[1]?.id
              ),
              quantity: 1,
            },
          ],
        },
        visitor
      )

    describe("a signed link", () => {
      it("lets a guest see refunds and requests, and ask for one", async () => {
        const guest = link(other.id)
        expect((await ask(guest)).status).toBe(201)
        const { status, headers, data } = await shop.list(other.id, guest)
        expect([status, data.refund_requests.length]).toEqual([200, 1])
        expect(headers).toMatchObject({
          "cache-control": "no-store",
          "referrer-policy": "no-referrer",
        })
        const seen = await shop.get<{ order_refunds: unknown[] }>(
          `/store/orders/${other.id}/refunds`,
          guest
        )
        expect([seen.status, seen.data.order_refunds]).toEqual([200, []])
        expect(seen.headers["cache-control"]).toBe("no-store")
      })

      it("for reading lets nobody ask", async () => {
        const guest = link(other.id, { scope: "read" })
        expect((await shop.list(other.id, guest)).status).toBe(200)
        expect((await ask(guest)).status).toBe(404)
      })

      it("of another order, expired, signed by somebody else, revoked or changed is the same 404", async () => {
        const links: RefundRequestsModuleService = getContainer().resolve(
          REFUND_REQUESTS_MODULE
        )
        const good = link(other.id)
        const changed = { access: `${good.access.slice(0, -1)}!` }
        const answers = [
          await shop.list(other.id, {}),
          await shop.list(other.id, { token: customer.token }),
          await shop.list(other.id, link(order.id)),
          await shop.list(other.id, link(other.id, { days: -1 })),
          await shop.list(other.id, link(other.id, { secret: "x".repeat(32) })),
          await shop.list(other.id, changed),
        ]
        expect((await shop.list(other.id, good)).status).toBe(200)
        const { status } = await api.delete(
          `/admin/orders/${other.id}/refund-links`,
          refunds.admin
        )
        expect(status).toBe(200)
        answers.push(await shop.list(other.id, good))
        const version = await links.links.versionOf(other.id)
        expect(
          (await shop.list(other.id, link(other.id, { version }))).status
        ).toBe(200)
        const missing = await shop.list("order_none", good)
        for (const { status, data } of answers) {
          expect([status, data]).toEqual([
            404,
            {
              ...missing.data,
              message: `Order ${other.id} does not exist.`,
            },
          ])
        }
      })
    })

    describe("asking for a link", () => {
      it("is answered alike whether the order exists or not", async () => {
        const display_id = await numberOf(other.id)
        const answers = [
          await shop.askForLink({ display_id, email: "GUEST@example.com " }),
          await shop.askForLink({ display_id, email: "nobody@example.com" }),
          await shop.askForLink({ display_id: 999_999, email: "a@b.c" }),
          await shop.askForLink({ display_id: "#1e9", email: "a@b.c" }),
        ]
        for (const { status, data } of answers) {
          expect([status, data]).toEqual([202, {}])
        }
      })

      it("is refused after so many in an hour from one address", async () => {
        const { access } =
          getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE).options
            .requests
        const before = access.perIpAndHour
        // What other tests have asked for in this hour counts as well.
        Object.assign(access, { perIpAndHour: 3 })
        const asked = { display_id: 999_999, email: "a@b.c" }
        const statuses: number[] = []
        for (let count = 0; count < 4; count++) {
          statuses.push((await shop.askForLink(asked)).status)
        }
        Object.assign(access, { perIpAndHour: before })
        expect(statuses.at(-1)).toBe(429)
        expect((await shop.askForLink(asked)).status).toBe(202)
      })

      it.each([
        [{}],
        [{ display_id: 1 }],
        [{ email: "a@b.c" }],
        [{ display_id: {}, email: [] }],
        [{ display_id: 1, email: "a@b.c", more: 1 }],
      ])("%j is no question", async (body) => {
        expect((await shop.askForLink(body)).data.code).toBe("invalid_request")
      })
    })

    async function numberOf(orderId: string): Promise<number> {
      const { data } = await refunds.get<{ order: { display_id: number } }>(
        `/admin/orders/${orderId}?fields=display_id`
      )
      return data.order.display_id
    }
  },
})
