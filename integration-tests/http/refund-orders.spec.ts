import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  type CreateOrderRefundInput,
  createOrderRefundsWorkflow,
  type RefundedOrder,
  refundOrders,
} from "../../src/workflows"
import { readBooks, stripeRefunds } from "../support/books"
import { countStatements } from "../support/count-statements"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

const MANY = 12

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ getContainer }) => {
    describe("refunds of many orders", () => {
      let orders: PaidOrder[]

      beforeEach(async () => {
        stripe.control.reset()
        orders = []
        for (let count = 0; count < MANY; count++) {
          orders.push(
            await createPaidOrder(getContainer(), stripe, BASKET, [
              { amount: BASKET_TOTAL },
            ])
          )
        }
      })

      const everything = ({ id }: PaidOrder): CreateOrderRefundInput => ({
        order_id: id,
        request: { items: "all", shipping: "all" },
        idempotency_key: `cancelled-${id}`,
      })
      const refund = async (refunds: CreateOrderRefundInput[]) =>
        (
          await createOrderRefundsWorkflow(getContainer()).run({
            input: { refunds },
          })
        ).result
      const of = (done: RefundedOrder[], order: PaidOrder | undefined) =>
        done.find(({ order_id }) => order_id === order?.id)
      const expectRefunded = async (order: PaidOrder) =>
        expect(await readBooks(getContainer(), stripe, order)).toMatchObject({
          pending_difference: "0",
          payment_status: "refunded",
          refunded_amount: "125.41",
          refund_rows: "125.41",
          order_transactions: "-125.41",
          stripe_minor: 12541,
          active_change: false,
        })

      it("pay each once, and all books agree", async () => {
        const done = await refund(orders.map(everything))
        expect(done.map(({ error }) => error)).toEqual(
          orders.map(() => undefined)
        )
        expect(new Set(done.map(({ order_id }) => order_id)).size).toBe(MANY)
        for (const order of orders) {
          await expectRefunded(order)
        }
      })

      it("share their statements", async () => {
        const [first, ...others] = orders
        const { statements: alone } = await countStatements(
          getContainer(),
          () => refund([everything(first as PaidOrder)])
        )
        const { statements } = await countStatements(getContainer(), () =>
          refund(others.map(everything))
        )
        expect(statements / others.length).toBeLessThan(alone * 0.75)
      })

      it("are answered with the first refund when the list is run again", async () => {
        const first = await refund(orders.map(everything))
        const again = await refund(orders.map(everything))
        for (const order of orders) {
          expect(of(again, order)).toEqual({
            ...of(first, order),
            replayed: true,
          })
          expect(stripeRefunds(stripe, order)).toHaveLength(1)
        }
      })

      it("keep none from the others where one is refused, before Stripe or by Stripe", async () => {
        const [done, declined, ...others] = orders
        await refund([everything(done as PaidOrder)])
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          when: ({ payment_intent }) =>
            payment_intent === declined?.payments[0]?.payment_intent,
          effect: "decline",
          error: {
            status: 400,
            code: "charge_not_refundable",
            message: "This charge cannot be refunded any more.",
          },
        })
        const results = await refund([
          { ...everything(done as PaidOrder), idempotency_key: null },
          ...[declined as PaidOrder, ...others].map(everything),
        ])
        expect(of(results, done)?.error?.code).toBe("nothing_to_refund")
        expect(of(results, declined)?.error?.code).toBe("provider_declined")
        for (const order of others) {
          expect(of(results, order)?.error).toBeUndefined()
          await expectRefunded(order)
        }
      })

      it("keep none from the others where Medusa holds an order while the books are written", async () => {
        const [held, ...others] = orders
        const database = getContainer().resolve(
          ContainerRegistrationKeys.PG_CONNECTION
        )
        const medusa = await database.transaction()
        await medusa.raw(`SELECT id FROM "order" WHERE id = ? FOR UPDATE`, [
          held?.id ?? "",
        ])
        const ended: string[] = []
        for await (const { order_id } of refundOrders(
          getContainer(),
          orders.map(everything)
        )) {
          ended.push(order_id)
          if (ended.length === others.length) {
            expect(ended).not.toContain(held?.id)
            await medusa.rollback()
          }
        }
        for (const order of orders) {
          await expectRefunded(order)
        }
      })

      it("tell what has begun, where reading the list fails", async () => {
        const list = function* () {
          for (const order of orders.slice(0, 3)) {
            yield everything(order)
          }
          throw new Error("line 4 is no order")
        }
        const told: RefundedOrder[] = []
        const read = async () => {
          for await (const done of refundOrders(getContainer(), list())) {
            told.push(done)
          }
        }
        await expect(read()).rejects.toThrow("line 4 is no order")
        expect(told).toHaveLength(3)
        for (const order of orders.slice(0, 3)) {
          await expectRefunded(order)
        }
      })

      it("have ended when a caller wants no more", async () => {
        for await (const { order_id } of refundOrders(
          getContainer(),
          orders.map(everything),
          4
        )) {
          expect(order_id).toBeDefined()
          break
        }
        const paid = orders.filter(
          (order) => stripeRefunds(stripe, order).length
        )
        expect(paid.length).toBeLessThan(MANY)
        for (const order of paid) {
          await expectRefunded(order)
        }
      })

      it("hold no more of a list in memory than runs at once", async () => {
        let taken = 0
        let ended = 0
        let most = 0
        const list = function* () {
          for (const order of orders) {
            most = Math.max(most, ++taken - ended)
            yield everything(order)
          }
        }
        for await (const { error } of refundOrders(getContainer(), list(), 4)) {
          expect(error).toBeUndefined()
          ended++
        }
        expect(ended).toBe(MANY)
        expect(most).toBe(4)
      })
    })
  },
})
