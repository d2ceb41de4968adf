import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import {
  createStep,
  createWorkflow,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import {
  acquireOrderLockStep,
  createOrderRefundWorkflow,
  reserveOrderRefundStep,
  finishOrderRefundWorkflow,
  submitRefundTransactionsStep,
  type CreateOrderRefundInput,
} from "../../src/workflows"
import { readBooks } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import {
  failBooks,
  writeBooksThroughMedusa,
} from "../support/books-transaction"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())
afterEach(() => jest.restoreAllMocks())

const failStep = createStep("fail", async () => {
  throw new Error("the next step failed")
})
const lockThenFail = createWorkflow(
  "lock-then-fail",
  (input: CreateOrderRefundInput) => {
    const lock = acquireOrderLockStep(input)
    failStep()
    return new WorkflowResponse(lock)
  }
)
const reserveThenFail = createWorkflow(
  "reserve-then-fail",
  (input: CreateOrderRefundInput) => {
    acquireOrderLockStep(input)
    const reserved = reserveOrderRefundStep(input)
    failStep()
    return new WorkflowResponse(reserved)
  }
)
const submitThenFail = createWorkflow(
  "submit-then-fail",
  (input: CreateOrderRefundInput) => {
    const lock = acquireOrderLockStep(input)
    const reserved = reserveOrderRefundStep(input)
    submitRefundTransactionsStep({ lock, reserved })
    failStep()
    return new WorkflowResponse(reserved)
  }
)

storeTests({
  testSuite: ({ getContainer }) => {
    describe("when the next step fails", () => {
      let order: PaidOrder
      let input: CreateOrderRefundInput
      const service = () =>
        getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
      const books = () => readBooks(getContainer(), stripe, order)
      const records = async () =>
        (await service().orderRefunds.readOrderRecords(order.id)).order_refunds
      const requests = () =>
        stripe.control.requests().filter(({ path }) => path === "/v1/refunds")

      beforeEach(async () => {
        stripe.control.reset()
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
        input = { order_id: order.id, request: { shipping: "all" } }
      })

      /** The lock is free: a whole refund still goes through. */
      const expectFree = async () => {
        const { result } = await createOrderRefundWorkflow(getContainer()).run({
          input: {
            ...input,
            request: { adjustment: { amount: 1, description: "x" } },
          },
        })
        expect(result.replayed).toBe(false)
      }

      it("the lock is given back", async () => {
        await expect(
          lockThenFail(getContainer()).run({ input })
        ).rejects.toMatchObject({ message: "the next step failed" })
        expect(await records()).toEqual([])
        await expectFree()
      })

      it("the reservation is given back, and Stripe was never asked", async () => {
        const before = await books()
        await expect(
          reserveThenFail(getContainer()).run({ input })
        ).rejects.toMatchObject({ message: "the next step failed" })
        expect(await records()).toMatchObject([
          { status: "canceled", transactions: [{ status: "canceled" }] },
        ])
        expect((await records())[0]?.revoked_at).not.toBeNull()
        expect(requests()).toEqual([])
        expect(await books()).toEqual(before)
        await expectFree()
      })

      it("money that moved stays moved, and the books follow", async () => {
        await expect(
          submitThenFail(getContainer()).run({ input })
        ).rejects.toMatchObject({ message: "the next step failed" })
        const [refund] = await records()
        expect(refund).toMatchObject({
          status: "succeeded",
          revoked_at: null,
          booked_at: null,
        })
        expect(await books()).toMatchObject({
          stripe_minor: 595,
          refund_rows: "0",
        })
        await settle(refund?.id)
        expect(await books()).toMatchObject({
          stripe_minor: 595,
          refund_rows: "5.95",
          order_transactions: "-5.95",
          credit_lines: "5.95",
          pending_difference: "0",
        })
      })

      it("an answer that could not be recorded is found again, not asked for twice", async () => {
        const { transactions } = service()
        const transition = transactions.transition.bind(transactions)
        jest
          .spyOn(transactions, "transition")
          .mockImplementation(async (change) => {
            if (change.audit.action === "gateway_accepted") {
              throw new Error("the database went away")
            }
            return transition(change)
          })
        await expect(
          createOrderRefundWorkflow(getContainer()).run({ input })
        ).rejects.toMatchObject({ message: "the database went away" })
        jest.restoreAllMocks()
        const [refund] = await records()
        expect(refund).toMatchObject({
          status: "processing",
          revoked_at: null,
          transactions: [{ status: "submitting" }],
        })
        await settle(refund?.id)
        expect(await books()).toMatchObject({
          stripe_minor: 595,
          refund_rows: "5.95",
          pending_difference: "0",
        })
        expect(
          requests().filter(({ method }) => method === "POST")
        ).toHaveLength(1)
      })

      const standsAndIsFinished = async () => {
        await createOrderRefundWorkflow(getContainer()).run({ input })
        jest.restoreAllMocks()
        const [refund] = await records()
        expect(refund).toMatchObject({ status: "succeeded", booked_at: null })
        await settle(refund?.id)
        await settle(refund?.id)
        expect(await books()).toMatchObject({
          stripe_minor: 595,
          refunded_amount: "5.95",
          refund_rows: "5.95",
          order_transactions: "-5.95",
          credit_lines: "5.95",
          pending_difference: "0",
        })
        expect((await records())[0]?.booked_at).not.toBeNull()
      }

      it.each(["before", "after"] as const)(
        "the refund stands when the database fails %s the books, and is finished later",
        async (moment) => {
          failBooks(getContainer(), moment)
          await standsAndIsFinished()
        }
      )

      it.each([
        ["native refund row", Modules.PAYMENT, "createRefunds"],
        ["payment collection", Modules.PAYMENT, "updatePaymentCollections"],
        ["credit line", Modules.ORDER, "createOrderChange"],
        ["order transaction", Modules.ORDER, "addOrderTransactions"],
      ] as const)(
        "the refund stands when writing the %s through Medusa fails, and is finished later",
        async (_, module, method) => {
          writeBooksThroughMedusa(getContainer())
          const target: object = getContainer().resolve(module)
          jest
            .spyOn(target as Record<string, () => Promise<unknown>>, method)
            .mockRejectedValueOnce(new Error("no"))
          await standsAndIsFinished()
        }
      )

      const expectBooked = async () =>
        expect(await books()).toEqual({
          pending_difference: "0",
          payment_status: "partially_refunded",
          refunded_amount: "5.95",
          refund_rows: "5.95",
          order_transactions: "-5.95",
          credit_lines: "5.95",
          stripe_minor: 595,
          active_change: false,
        })

      it("a failure to tell of the refund undoes nothing", async () => {
        const bus = getContainer().resolve(Modules.EVENT_BUS)
        const { emit } = bus
        const refused: string[] = []
        jest.spyOn(bus, "emit").mockImplementation(async (data, options) => {
          const names = [data].flat().map(({ name }) => name)
          if (names.some((name) => name.startsWith("order_refund."))) {
            refused.push(...names)
            throw new Error("the bus is down")
          }
          return emit.call(bus, data, options)
        })
        await createOrderRefundWorkflow(getContainer()).run({ input })
        expect(refused).toEqual([
          "order_refund.created",
          "order_refund.succeeded",
        ])
        await expectBooked()
      })

      it("an event bus that is down all along delays the books at most", async () => {
        jest
          .spyOn(getContainer().resolve(Modules.EVENT_BUS), "emit")
          .mockRejectedValue(new Error("the bus is down"))
        await createOrderRefundWorkflow(getContainer()).run({ input })
        jest.restoreAllMocks()
        const [refund] = await records()
        expect(refund?.status).toBe("succeeded")
        await getContainer()
          .resolve(ContainerRegistrationKeys.PG_CONNECTION)("order_change")
          .where({ order_id: order.id, status: "pending" })
          .update({ created_at: new Date(Date.now() - 60_000) })
        await settle(refund?.id)
        await expectBooked()
      })

      it("a lock that cannot be given back does not make a refund look failed", async () => {
        jest
          .spyOn(getContainer().resolve(Modules.LOCKING), "release")
          .mockRejectedValue(new Error("the lock server is gone"))
        const { result } = await createOrderRefundWorkflow(getContainer()).run({
          input,
        })
        jest.restoreAllMocks()
        expect((await records())[0]).toMatchObject({
          id: result.order_refund_id,
          status: "succeeded",
        })
        await expectBooked()
      })

      const settle = (id = "") =>
        finishOrderRefundWorkflow(getContainer()).run({
          input: { order_refund_id: id, order_id: order.id },
        })
    })
  },
})
