import type {
  AdminRefundRequestListResponse,
  AdminRefundRequestProposalResponse,
  AdminRefundRequestResponse,
} from "../../../src/types"
import finishRefundRequestsJob from "../../../src/jobs/finish-refund-requests"
import { requestsModule } from "../../../src/workflows/refund-requests"
import { readBooks } from "../../support/books"
import { createCustomer, type Customer } from "../../support/customer"
import { onlyDate } from "../../support/only-date"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { deliverAll } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { readUntil } from "../../support/until"
import { customerApi, type CustomerApi } from "./support/customer-api"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let shop: CustomerApi
    let customer: Customer
    let order: PaidOrder
    let me: { token: string }

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      shop = await customerApi(api, getContainer())
      customer = await createCustomer(getContainer())
      me = { token: customer.token }
      order = await createPaidOrder(
        getContainer(),
        stripe,
        { ...BASKET, customer_id: customer.id },
        [{ amount: BASKET_TOTAL }]
      )
    })

    const shirt = () => String(order.items[0]?.id)
    const cap = () => String(order.items[1]?.id)
    const units = (item_id: string, quantity: number) => ({
      items: [{ item_id, quantity }],
    })
    const ask = async (body: object = units(cap(), 2)) => {
      const { status, data } = await shop.ask(order.id, body, me)
      expect([status, data.message]).toEqual([201, undefined])
      return data.refund_request
    }
    const adminPath = (id: string, action = "") =>
      `/admin/refund-requests/${id}${action && `/${action}`}`
    const act = (id: string, action: string, body: object = {}) =>
      refunds.post<AdminRefundRequestResponse>(adminPath(id, action), body)
    const books = () => readBooks(getContainer(), stripe, order)
    const mine = async () => {
      const { data } = await shop.list(order.id, me)
      return data.refund_requests
    }

    describe("a customer's request", () => {
      it("is seen by the customer and the staff, and moves no money", async () => {
        const made = await ask({
          ...units(shirt(), 2),
          message: "Too large.",
        })
        expect(made).toMatchObject({
          order_id: order.id,
          kind: "refund",
          status: "submitted",
          message: "Too large.",
          lines: [{ item_id: shirt(), quantity: 2, reason: null }],
          timeline: [{ status: "submitted" }],
          due_at: null,
        })
        expect(await mine()).toEqual([made])
        const { data } = await refunds.get<AdminRefundRequestListResponse>(
          "/admin/refund-requests"
        )
        expect(data).toMatchObject({
          count: 1,
          summary: { undecided: 1, next_due_at: null },
          refund_requests: [
            {
              id: made.id,
              email: "customer@example.com",
              customer_id: customer.id,
              events: [{ actor: "customer", to_status: "submitted" }],
            },
          ],
        })
        expect((await books()).stripe_minor).toBe(0)
      })

      it("is answered with the first one for the same key, and refused for another body", async () => {
        const first = await shop.ask(order.id, units(cap(), 2), me, "form-1")
        const again = await shop.ask(order.id, units(cap(), 2), me, "form-1")
        const other = await shop.ask(order.id, units(shirt(), 1), me, "form-1")
        expect([first.status, again.status, other.status]).toEqual([
          201, 200, 409,
        ])
        expect(again.data).toEqual(first.data)
        expect(other.data.code).toBe("idempotency_key_reused")
      })

      it("of a hundred for the same unit at once, one is taken", async () => {
        const answers = await Promise.all(
          Array.from({ length: 100 }, () =>
            shop.ask(order.id, units(cap(), 2), me)
          )
        )
        const statuses = answers.map(({ status }) => status).sort()
        expect(statuses).toEqual([201, ...Array(99).fill(409)])
        expect(
          answers
            .filter(({ status }) => status === 409)
            .every(({ data }) => data.code === "already_requested")
        ).toBe(true)
        expect(await mine()).toHaveLength(1)
      })

      it("that was canceled leaves its units to the next one", async () => {
        const first = await ask()
        const refused = await shop.ask(order.id, units(cap(), 2), me)
        expect(refused.data).toMatchObject({
          code: "already_requested",
          details: { item_id: cap(), left: 0 },
        })
        const { data } = await shop.act(order.id, first.id, "cancel", {}, me)
        expect(data.refund_request.status).toBe("canceled")
        const again = await shop.act(order.id, first.id, "cancel", {}, me)
        expect([again.status, again.data.code]).toEqual([
          409,
          "refund_request_decided",
        ])
        await ask()
      })

      it("is limited to so many in a day", async () => {
        for (let count = 0; count < 5; count++) {
          const { id } = await ask()
          await shop.act(order.id, id, "cancel", {}, me)
        }
        const { status, data } = await shop.ask(order.id, units(cap(), 2), me)
        expect([status, data.code]).toEqual([429, "too_many_requests"])
      })

      it.each([
        ["no unit", () => ({ items: [] }), "invalid_request"],
        ["half a unit", () => units(cap(), 0.5), "invalid_quantity"],
        [
          "more than was bought",
          () => units(cap(), 99),
          "quantity_exceeds_refundable",
        ],
        ["another order's item", () => units("ordli_x", 1), "item_not_found"],
        [
          "an item twice",
          () => ({
            items: [...units(cap(), 2).items, ...units(cap(), 2).items],
          }),
          "duplicate_item",
        ],
      ])("for %s is refused", async (_, body, code) => {
        const { data } = await shop.ask(order.id, body(), me)
        expect(data.code).toBe(code)
        expect(await mine()).toEqual([])
      })
    })

    describe("the shop's answer", () => {
      it("approved, is a refund of the customer's, and done once the money is there", async () => {
        const { id } = await ask(units(shirt(), 2))
        const proposed = await refunds.get<AdminRefundRequestProposalResponse>(
          adminPath(id, "proposal")
        )
        expect(proposed.data.proposal).toMatchObject({
          request: { items: [{ item_id: shirt(), quantity: 2 }] },
          changed: [],
        })
        const { status, data } = await act(id, "approve", { note: "Sorry!" })
        expect([status, data.message]).toEqual([200, undefined])
        const { order_refund_id } = data.refund_request
        const [refund] = (await refunds.overview(order.id)).order_refunds
        expect(refund).toMatchObject({
          id: order_refund_id,
          source: "customer",
          status: "succeeded",
          customer_note: "Sorry!",
        })
        expect((await books()).stripe_minor).toBeGreaterThan(0)
        expect(
          await readUntil("done", async () => (await mine())[0]?.status)
        ).toBe("done")
      })

      it("approved, is done when the bank has paid, which the job sees", async () => {
        const waiting = await createPaidOrder(
          getContainer(),
          stripe,
          { ...BASKET, customer_id: customer.id },
          [{ amount: BASKET_TOTAL, payment_method: "pm_card_pendingRefund" }]
        )
        const item_id = String(waiting.items[1]?.id)
        const asked = await shop.ask(waiting.id, units(item_id, 1), me)
        await act(asked.data.refund_request.id, "approve")
        const status = async () =>
          (await shop.list(waiting.id, me)).data.refund_requests[0]?.status
        await finishRefundRequestsJob(getContainer())
        expect(await status()).toBe("approved")
        for (const { id } of stripe.control.snapshot().refunds) {
          stripe.control.settleRefund(id)
        }
        await deliverAll(getContainer(), stripe, api)
        await finishRefundRequestsJob(getContainer())
        expect(await status()).toBe("done")
      })

      it("approved by two at once, pays once", async () => {
        const { id } = await ask()
        const answers = await Promise.all(
          Array.from({ length: 8 }, () => act(id, "approve"))
        )
        expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
        expect(
          new Set(
            answers.map(({ data }) => data.refund_request.order_refund_id)
          ).size
        ).toBe(1)
        expect((await refunds.overview(order.id)).order_refunds).toHaveLength(1)
        expect((await books()).stripe_minor).toBe(6000)
      })

      it("approved with the store's data, is the same again whatever the second one says", async () => {
        const { id } = await ask()
        const first = await act(id, "approve", {
          additional_data: { ticket: "1" },
        })
        const again = await act(id, "approve")
        expect([first.status, again.status]).toEqual([200, 200])
        expect(again.data.refund_request.order_refund_id).toBe(
          first.data.refund_request.order_refund_id
        )
      })

      it("approved, cannot be answered, canceled or asked about any more", async () => {
        const waiting = await createPaidOrder(
          getContainer(),
          stripe,
          { ...BASKET, customer_id: customer.id },
          [{ amount: BASKET_TOTAL, payment_method: "pm_card_pendingRefund" }]
        )
        const asked = await shop.ask(
          waiting.id,
          units(String(waiting.items[1]?.id), 1),
          me
        )
        const { id } = asked.data.refund_request
        await act(id, "approve")
        const refused = [
          await shop.act(waiting.id, id, "answer", { message: "x" }, me),
          await shop.act(waiting.id, id, "cancel", {}, me),
          await act(id, "ask", { note: "x" }),
          await act(id, "decline", { note: "x" }),
        ]
        expect(refused.map(({ data }) => data.code)).toEqual(
          Array(4).fill("refund_request_decided")
        )
      })

      it("approved with fewer units, refunds those", async () => {
        const { id } = await ask(units(shirt(), 2))
        const { data } = await act(id, "approve", {
          request: { items: [{ item_id: shirt(), quantity: 1 }] },
        })
        expect(data.message).toBeUndefined()
        const [refund] = (await refunds.overview(order.id)).order_refunds
        expect(refund?.lines).toMatchObject([{ quantity: 1 }])
      })

      it("approved where the refund is refused, leaves the request as it was", async () => {
        const { id } = await ask()
        await refunds.create(order.id, units(cap(), 2))
        const { status, data } = await act(id, "approve")
        expect([status, data.code]).toEqual([400, "nothing_to_refund"])
        expect((await mine())[0]?.status).toBe("submitted")
        const { data: proposed } =
          await refunds.get<AdminRefundRequestProposalResponse>(
            adminPath(id, "proposal")
          )
        expect(proposed.proposal.changed).toEqual([
          { item_id: cap(), asked: 2, left: 0 },
        ])
      })

      it("declined, gives its words to the customer, and the units back", async () => {
        const { id } = await ask()
        const { data } = await act(id, "decline", { note: "It was worn." })
        expect(data.refund_request).toMatchObject({
          status: "declined",
          decision_note: "It was worn.",
          decided_by: expect.stringMatching(/^user_/),
        })
        expect((await mine())[0]?.decision_note).toBe("It was worn.")
        expect((await act(id, "approve")).data.code).toBe(
          "refund_request_decided"
        )
        await ask()
      })

      it("asked back, waits for the customer, and then for the shop again", async () => {
        const { id } = await ask()
        await act(id, "ask", { note: "Which one?" })
        expect((await mine())[0]).toMatchObject({
          status: "needs_info",
          question: "Which one?",
        })
        await shop.act(order.id, id, "answer", { message: "The red one." }, me)
        expect((await mine())[0]).toMatchObject({
          status: "submitted",
          question: null,
        })
        const { data } = await refunds.get<AdminRefundRequestResponse>(
          adminPath(id)
        )
        expect(data.refund_request.events.at(-1)?.details).toEqual({
          message: "The red one.",
        })
      })

      it("approved, and then the process died: the job refunds, once", async () => {
        const { id } = await ask()
        // As an approval leaves it that was killed before its refund.
        await requestsModule(getContainer()).requests.move({
          request_id: id,
          to: "approved",
          actor: "user:user_1",
          action: "approved",
          patch: {
            approval: {
              request: units(cap(), 2),
              refund_reason_id: null,
              customer_note: null,
              location_id: null,
              created_by: null,
              plan_hash: null,
            },
          },
        })
        const restore = onlyDate(Date.now() + 10 * 60_000)
        try {
          await finishRefundRequestsJob(getContainer())
          await finishRefundRequestsJob(getContainer())
        } finally {
          restore()
        }
        expect((await mine())[0]?.status).toBe("done")
        expect((await books()).stripe_minor).toBe(6000)
      })
    })
  },
})
