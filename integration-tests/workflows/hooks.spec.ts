/**
 * Medusa takes one handler for a hook, for all modules of a process.
 *
 * @jest-environment node
 */
import { MedusaError, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { payablePart, toMinorUnits } from "../../src/domain"
import type { RefundPlan, RefundRequest } from "../../src/types"
import {
  createOrderRefundWorkflow,
  planOrderRefundWorkflow,
  refundPaymentsSafelyWorkflow,
  type CreateOrderRefundInput,
} from "../../src/workflows"
import { readBooks } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

/** A store's rules. Medusa takes one handler for a hook, for the whole process. */
const rules: {
  planned?: (plan: RefundPlan) => RefundRequest | undefined
  validate?: (plan: RefundPlan, data: unknown) => void
  reserved?: (orderRefundId: string) => void
  completed?: (orderRefundId: string, data: unknown) => void
} = {}

planOrderRefundWorkflow.hooks.planned(
  ({ plan }) => new StepResponse(rules.planned?.(plan))
)
planOrderRefundWorkflow.hooks.validate(({ plan, additional_data }) => {
  rules.validate?.(plan, additional_data)
})
createOrderRefundWorkflow.hooks.reserved(({ order_refund_id }) => {
  rules.reserved?.(order_refund_id)
})
createOrderRefundWorkflow.hooks.completed(
  ({ order_refund_id, additional_data }) => {
    rules.completed?.(order_refund_id, additional_data)
  }
)

// Of Medusa's own button, which names no lines: it cannot be planned otherwise.
refundPaymentsSafelyWorkflow.hooks.validate(({ plan }) => {
  rules.validate?.(plan, undefined)
})
refundPaymentsSafelyWorkflow.hooks.reserved(({ order_refund_id }) => {
  rules.reserved?.(order_refund_id)
})
refundPaymentsSafelyWorkflow.hooks.completed(({ order_refund_id }) => {
  rules.completed?.(order_refund_id, undefined)
})

/** A refund is part of something bigger: of closing a ticket. */
const closeTicketStep = createStep("close-ticket", async (refundId: string) =>
  Promise.resolve(new StepResponse(`closed by ${refundId}`))
)
const failingStep = createStep(
  "fail-after-refund",
  async (fails: boolean | undefined) => {
    if (fails) {
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "no such ticket")
    }
    return Promise.resolve(new StepResponse(undefined))
  }
)
const closeTicketWorkflow = createWorkflow(
  "close-ticket-with-refund",
  (input: CreateOrderRefundInput & { fails?: boolean }) => {
    failingStep(transform({ input }, ({ input }) => input.fails))
    const refund = createOrderRefundWorkflow.runAsStep({ input })
    const closed = closeTicketStep(refund.order_refund_id)
    return new WorkflowResponse(closed)
  }
)

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("the hooks of a store", () => {
      let order: PaidOrder
      let refunds: RefundsApi
      const shipping = { shipping: "all" }
      const books = () => readBooks(getContainer(), stripe, order)
      const sent = () =>
        stripe.control
          .requests()
          .filter(
            ({ method, path }) => method === "POST" && /refund/.test(path)
          )

      beforeEach(async () => {
        stripe.control.reset()
        refunds = await refundsApi(api, getContainer())
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
      })
      afterEach(() => {
        delete rules.planned
        delete rules.validate
        delete rules.reserved
        delete rules.completed
      })

      it("refuse a refund outside of their window, in the preview too", async () => {
        rules.validate = () => {
          throw Object.assign(
            new MedusaError(
              MedusaError.Types.NOT_ALLOWED,
              "Refunds end 30 days after the order."
            ),
            { code: "refund_window_closed" }
          )
        }
        const before = await books()
        const refusal = {
          code: "refund_window_closed",
          message: "Refunds end 30 days after the order.",
        }
        for (const reply of [
          await refunds.preview(order.id, shipping),
          await refunds.create(order.id, shipping),
        ]) {
          expect(reply.status).toBe(400)
          expect(reply.data).toMatchObject(refusal)
        }
        expect(sent()).toEqual([])
        expect(await books()).toEqual(before)
        delete rules.validate
        expect((await refunds.create(order.id, shipping)).status).toBe(200)
      })

      it("decide about what is owed where the order's page shows it", async () => {
        const body = {
          items: [{ item_id: order.items[0]?.id, quantity: 2 }],
          settle: "later",
        }
        await refunds.post(`/admin/orders/${order.id}/edits`, body, "edit")
        const { summary, outstanding: allowed } = await refunds.overview(
          order.id
        )
        expect(allowed).toMatchObject({
          refund_plan: { amount: summary.owed },
          refusal: null,
        })
        rules.validate = () => {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Ask Ada.")
        }
        expect(await refunds.overview(order.id)).toMatchObject({
          summary,
          outstanding: {
            refund_plan: null,
            refusal: { type: "not_allowed", message: "Ask Ada." },
          },
        })
        // A rule that is broken: the rest of the page stays.
        rules.validate = () => {
          throw new TypeError("rules is not iterable")
        }
        expect(await refunds.overview(order.id)).toMatchObject({
          summary,
          outstanding: { refund_plan: null, refusal: null },
        })
      })

      it("keep a restocking fee: what the preview shows is what is paid", async () => {
        // A tenth of every item is kept.
        rules.planned = ({ lines }) => ({
          items: lines.flatMap(({ kind, item_id, quantity, amount }) =>
            kind === "item" && item_id
              ? [
                  {
                    item_id,
                    quantity,
                    amount: payablePart(amount, 9, 10, "eur"),
                  },
                ]
              : []
          ),
        })
        const [item] = order.items
        const request = { items: [{ item_id: item?.id, quantity: 1 }] }
        const without = await amountWithoutRules(request)
        const { data } = await refunds.preview(order.id, request)
        const fee = payablePart(without, 9, 10, "eur")
        expect(data.refund_plan.amount).toBe(fee)
        const made = await refunds.create(order.id, {
          ...request,
          plan_hash: data.refund_plan.hash,
        })
        expect(made.data.order_refund).toMatchObject({
          status: "succeeded",
          amount: fee,
        })
        expect(await books()).toMatchObject({
          pending_difference: "0",
          stripe_minor: Number(toMinorUnits(fee, "eur")),
        })
      })

      /** The amount that the planner gives without the store's rules. */
      const amountWithoutRules = async (request: object) => {
        const rule = rules.planned
        delete rules.planned
        const { data } = await refunds.preview(order.id, request)
        rules.planned = rule
        return data.refund_plan.amount
      }

      it("change nothing about a key: the same request answers with the first refund", async () => {
        rules.planned = () => ({
          adjustment: { amount: "1.00", description: "All that we give" },
        })
        const input: CreateOrderRefundInput = {
          order_id: order.id,
          request: { shipping: "all" },
          idempotency_key: "ticket-2",
        }
        const run = () =>
          createOrderRefundWorkflow(getContainer()).run({ input })
        const first = await run()
        const second = await run()
        expect(second.result).toEqual({ ...first.result, replayed: true })
        expect(await books()).toMatchObject({ stripe_minor: 100 })
      })

      it("cannot give more than the planner allows", async () => {
        rules.planned = () => ({
          adjustment: { amount: "9999.00", description: "Sorry" },
        })
        const { status, data } = await refunds.create(order.id, shipping)
        expect([status, data.code]).toEqual([400, "amount_exceeds_payment"])
        expect(sent()).toEqual([])
      })

      it("see what was reserved, and undo it by refusing", async () => {
        const seen: string[] = []
        rules.reserved = (id) => {
          seen.push(id)
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Not today.")
        }
        const before = await books()
        const { status, data } = await refunds.create(order.id, shipping)
        expect([status, data.message]).toEqual([400, "Not today."])
        expect(seen).toHaveLength(1)
        expect(sent()).toEqual([])
        expect(await books()).toEqual(before)
        delete rules.reserved
        const again = await refunds.create(order.id, { shipping: "all" })
        expect(again.status).toBe(200)
      })

      it("hear of a refund that is done, once for a key", async () => {
        const heard: [string, unknown][] = []
        rules.completed = (id, data) => heard.push([id, data])
        const input: CreateOrderRefundInput = {
          order_id: order.id,
          request: { shipping: "all" },
          idempotency_key: "ticket-1",
          additional_data: { ticket: 1 },
        }
        const run = () =>
          createOrderRefundWorkflow(getContainer()).run({ input })
        const first = await run()
        const second = await run()
        expect(second.result).toEqual({ ...first.result, replayed: true })
        expect(heard).toEqual([[first.result.order_refund_id, { ticket: 1 }]])
      })

      it("get the additional data of a request, checked as the store says", async () => {
        const heard: unknown[] = []
        rules.validate = (_, data) => heard.push(data)
        const data = { additional_data: { ticket: 7 } }
        const { status } = await refunds.create(order.id, {
          ...shipping,
          ...data,
        })
        expect(status).toBe(200)
        expect(heard).toEqual([{ ticket: 7 }])
        const wrong = await refunds.create(order.id, {
          adjustment: { amount: 1, description: "Sorry" },
          additional_data: "ticket 7",
        })
        expect([wrong.status, wrong.data.code]).toEqual([
          400,
          "invalid_request",
        ])
      })

      it("are asked for Medusa's own button, too", async () => {
        const press = () =>
          refunds.post<object>(
            `/admin/payments/${order.payments[0]?.id}/refund`,
            { amount: 25 }
          )
        const before = await books()
        const refuse = () => {
          throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "Not today.")
        }
        const plans: string[] = []
        const heard: string[] = []
        rules.validate = ({ amount }) => {
          plans.push(amount)
          refuse()
        }
        expect(await press()).toMatchObject({
          status: 400,
          data: { message: "Not today." },
        })
        delete rules.validate
        rules.reserved = refuse
        expect((await press()).status).toBe(400)
        expect(plans).toEqual(["25.00"])
        expect(sent()).toEqual([])
        expect(await books()).toEqual(before)
        delete rules.reserved
        rules.completed = (id) => heard.push(id)
        expect((await press()).status).toBe(200)
        const { order_refunds } = await refunds.overview(order.id)
        expect(heard).toEqual([order_refunds[0]?.id])
        expect(await books()).toMatchObject({ stripe_minor: 2500 })
      })

      it("that fail at the end undo nothing: the money moved", async () => {
        rules.completed = () => {
          throw new Error("the shop's own system is down")
        }
        await expect(
          createOrderRefundWorkflow(getContainer()).run({
            input: { order_id: order.id, request: { shipping: "all" } },
          })
        ).rejects.toMatchObject({ message: "the shop's own system is down" })
        expect(await books()).toMatchObject({
          pending_difference: "0",
          stripe_minor: 595,
          refund_rows: "5.95",
        })
        const { order_refunds } = await refunds.overview(order.id)
        expect(order_refunds).toMatchObject([{ status: "succeeded" }])
      })
    })

    describe("a workflow of a store", () => {
      let order: PaidOrder
      beforeEach(async () => {
        stripe.control.reset()
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
      })

      it("has a refund as one of its steps", async () => {
        const { result } = await closeTicketWorkflow(getContainer()).run({
          input: { order_id: order.id, request: { shipping: "all" } },
        })
        expect(result).toMatch(/^closed by orref_/)
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          stripe_minor: 595,
        })
      })

      it("refunds under a lock that it holds, once for a key whatever its lock is", async () => {
        const run = (owner_id: string) =>
          createOrderRefundWorkflow(getContainer()).run({
            input: {
              order_id: order.id,
              request: { shipping: "all" },
              idempotency_key: "ticket-3",
              lock: { order_id: order.id, owner_id },
            },
          })
        const locking = getContainer().resolve(Modules.LOCKING)
        const first = await run("mine")
        await locking.releaseAll({ ownerId: "mine" })
        const second = await run("mine again")
        expect(second.result).toEqual({ ...first.result, replayed: true })
        // It is still held: who took it gives it back.
        await expect(
          locking.acquire([order.id], { ownerId: "another" })
        ).rejects.toThrow()
        await locking.releaseAll({ ownerId: "mine again" })
      })
    })
  },
})
