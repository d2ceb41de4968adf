import {
  beginOrderEditOrderWorkflow,
  capturePaymentWorkflow,
  createOrderCreditLinesWorkflow,
  refundPaymentWorkflow,
} from "@medusajs/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { setTimeout as wait } from "node:timers/promises"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import type {
  AdminRefundCheckResponse,
  OrderRefundDTO,
  RefundCheckFinding,
} from "../../src/types"
import { readBooks, type Books } from "../support/books"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { check, codesOf } from "../support/refund-checks"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/** One cap for 30.00 and the shipping for 5.95. */
const REFUNDED: Books = {
  pending_difference: "0",
  payment_status: "partially_refunded",
  refunded_amount: "35.95",
  refund_rows: "35.95",
  order_transactions: "-35.95",
  credit_lines: "35.95",
  stripe_minor: 3595,
  active_change: false,
}

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let order: PaidOrder
    let cap: OrderRefundDTO

    const sql = (query: string, values: string[] = []) =>
      getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)
        .raw(query, values)
    const books = () => readBooks(getContainer(), stripe, order)
    const payment = () => String(order.payments[0]?.id)
    const capId = () => String(cap.transactions[0]?.id)
    const capAtStripe = () => String(cap.transactions[0]?.stripe_refund_id)
    const summary = async () => {
      const { summary: stored } = await getContainer()
        .resolve(Modules.ORDER)
        .retrieveOrder(order.id, { relations: ["summary"] })
      const totals = JSON.parse(JSON.stringify(stored))
      return [
        totals.paid_total,
        totals.refunded_total,
        totals.transaction_total,
      ]
    }
    const repair = () => check(getContainer(), { repair: true })
    const medusaRow = (id: string) =>
      sql(
        `UPDATE refund SET created_at = created_at - interval '1 hour' WHERE id = ?`,
        [id]
      )

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      order = await createPaidOrder(getContainer(), stripe, BASKET, [
        { amount: BASKET_TOTAL },
      ])
      const { data } = await refunds.create(order.id, {
        items: [{ item_id: String(order.items[1]?.id), quantity: 1 }],
      })
      cap = data.order_refund
      await refunds.create(order.id, { shipping: "all" })
      expect(await books()).toEqual(REFUNDED)
    })

    /** What is broken, what a check must say, and how the books end. */
    type Case = {
      broken: () => Promise<unknown> | unknown
      codes: RefundCheckFinding["code"][]
      books?: Partial<Books>
    }
    const MENDABLE: Record<string, Case> = {
      "a refund that Stripe made and nobody told us of": {
        broken: () =>
          stripe.control.refundInDashboard({
            payment_intent: String(order.payments[0]?.payment_intent),
            amount: 1000,
          }),
        codes: ["stripe_refund_not_recorded"],
        books: {
          refunded_amount: "45.95",
          refund_rows: "45.95",
          order_transactions: "-45.95",
          credit_lines: "45.95",
          stripe_minor: 4595,
        },
      },
      "a refund that failed at Stripe and nobody told us of": {
        broken: () => stripe.control.failRefund(capAtStripe()),
        codes: ["stripe_status_differs"],
        books: {
          pending_difference: "-30",
          refunded_amount: "5.95",
          refund_rows: "5.95",
          order_transactions: "-5.95",
          stripe_minor: 595,
        },
      },
      "a refund row of Medusa that is gone": {
        broken: () => sql("DELETE FROM refund WHERE amount = 30"),
        codes: ["collection_amount_differs", "refund_row_missing"],
      },
      "a refund row of Medusa with another amount": {
        broken: () =>
          sql(
            `UPDATE refund SET amount = 31, raw_amount = '{"value":"31","precision":20}' WHERE amount = 30`
          ),
        codes: ["collection_amount_differs", "refund_row_amount_differs"],
      },
      "a payment collection with another sum": {
        broken: () =>
          sql(
            `UPDATE payment_collection SET refunded_amount = 5.95, raw_refunded_amount = '{"value":"5.95","precision":20}'`
          ),
        codes: ["collection_amount_differs"],
      },
      "an order transaction that is gone": {
        broken: () => sql("DELETE FROM order_transaction WHERE amount = -30"),
        codes: ["order_summary_differs", "refund_transaction_missing"],
      },
      "an order transaction that is there twice": {
        broken: () =>
          sql(
            `INSERT INTO order_transaction (id, order_id, version, amount, raw_amount, currency_code, reference, reference_id)
             SELECT 'ordtrx_twice', order_id, version, amount, raw_amount, currency_code, reference, reference_id
             FROM order_transaction WHERE amount = -30`
          ),
        codes: ["order_summary_differs", "refund_transaction_wrong"],
      },
      "a capture without its order transaction": {
        broken: () => sql("DELETE FROM order_transaction WHERE amount > 0"),
        codes: ["capture_transactions_differ", "order_summary_differs"],
      },
      "a stored summary that lost an update": {
        broken: () =>
          sql(
            `UPDATE order_summary SET totals = totals || '{"refunded_total":5.95,"raw_refunded_total":{"value":"5.95","precision":20},"transaction_total":119.4643,"raw_transaction_total":{"value":"119.4643","precision":20}}'`
          ),
        codes: ["order_summary_differs"],
      },
      "a credit line that is gone": {
        broken: () =>
          sql("DELETE FROM order_credit_line WHERE reference_id = ?", [cap.id]),
        codes: ["credit_lines_differ"],
      },
      "books that were never finished": {
        broken: () =>
          sql("UPDATE refunds_order_refund SET booked_at = NULL WHERE id = ?", [
            cap.id,
          ]),
        codes: ["books_not_written"],
      },
      "a status that does not follow": {
        broken: () =>
          sql(
            "UPDATE refunds_order_refund SET status = 'failed' WHERE id = ?",
            [cap.id]
          ),
        codes: ["refund_status_differs"],
      },
      "a state that was changed past the audit trail": {
        broken: () =>
          sql(
            "UPDATE refunds_transaction SET status = 'pending' WHERE id = ?",
            [capId()]
          ),
        codes: [
          "audit_trail_differs",
          "refund_status_differs",
          "stripe_status_differs",
        ],
      },
      "an event that could not be processed": {
        broken: () =>
          sql(
            `INSERT INTO refunds_stripe_event (id, type, status, payment_intent, attempts, next_attempt_at)
             VALUES ('evt_failed', 'refund.updated', 'failed', ?, 8, now())`,
            [String(order.payments[0]?.payment_intent)]
          ),
        codes: ["stripe_event_failed"],
      },
    }

    describe("a check finds and mends, without moving money", () => {
      it.each(Object.keys(MENDABLE))("%s", async (name) => {
        const { broken, codes, books: expected = {} } = MENDABLE[name] as Case
        await broken()
        const found = await check(getContainer())
        expect(codesOf(found)).toEqual([...codes].sort())
        expect(found.filter(({ repaired }) => repaired !== undefined)).toEqual(
          []
        )
        const before = stripe.control.snapshot().refunds.length
        const mended = await repair()
        expect(codesOf(mended)).toEqual([...codes].sort())
        expect(mended.filter(({ repaired }) => !repaired)).toEqual([])
        expect(stripe.control.snapshot().refunds).toHaveLength(before)
        const right = { ...REFUNDED, ...expected }
        expect(await books()).toEqual(right)
        expect(await summary()).toEqual([
          BASKET_TOTAL,
          Number(right.refund_rows),
          expect.closeTo(BASKET_TOTAL - Number(right.refund_rows), 6),
        ])
        expect(await repair()).toEqual([])
        expect(await books()).toEqual(right)
      })

      it("what is left of a refund that failed", async () => {
        stripe.control.failRefund(capAtStripe())
        await repair()
        const owed = await books()
        await sql("UPDATE refund SET deleted_at = NULL")
        await sql("UPDATE order_transaction SET deleted_at = NULL")
        expect(codesOf(await check(getContainer()))).toEqual([
          "collection_amount_differs",
          "failed_refund_not_owed",
          "order_summary_differs",
          "refund_row_left",
          "refund_transaction_wrong",
        ])
        const mended = await repair()
        expect(mended.filter(({ repaired }) => !repaired)).toEqual([])
        expect(await books()).toEqual(owed)
        expect((await summary())[1]).toBe(5.95)
      })

      it("a rest that nobody can pay", async () => {
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: 125.41 },
        ])
        await refunds.create(order.id, { shipping: "all" })
        expect(await check(getContainer())).toEqual([])
        await sql(
          "DELETE FROM order_credit_line WHERE reference = 'order_refund_rounding'"
        )
        expect(await check(getContainer())).toMatchObject([
          { code: "unpayable_rest", order_id: order.id },
        ])
        expect(await repair()).toMatchObject([{ repaired: true }])
        expect(await check(getContainer())).toEqual([])
      })

      it("a reservation that nobody finishes", async () => {
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "reset_after",
          times: 2,
        })
        const { status } = await refunds.create(order.id, {
          adjustment: { amount: "5", description: "late" },
        })
        expect(status).toBe(202)
        expect(codesOf(await check(getContainer()))).toEqual([
          "reservation_stuck",
        ])
        expect(await check(getContainer(), { now: () => new Date() })).toEqual(
          []
        )
        expect(await repair()).toMatchObject([{ repaired: true }])
        expect(await books()).toEqual({
          ...REFUNDED,
          refunded_amount: "40.95",
          refund_rows: "40.95",
          order_transactions: "-40.95",
          credit_lines: "40.95",
          stripe_minor: 4095,
        })
      })

      it("a refund that failed before its lost answer was known, as it was left before 0.1.0", async () => {
        stripe.control.addFault({
          method: "POST",
          path: "/v1/refunds",
          effect: "reset_after",
          times: 2,
        })
        const item = { item_id: order.items[0]?.id, quantity: 1 }
        const { data } = await refunds.create(order.id, { items: [item] })
        const [lost] = data.order_refund.transactions
        const { id: stripe_refund_id } = stripe.control
          .snapshot()
          .refunds.at(-1) as { id: string }
        stripe.control.failRefund(stripe_refund_id)
        await getContainer()
          .resolve<RefundsModuleService>(REFUNDS_MODULE)
          .transactions.transition({
            transaction_id: String(lost?.id),
            from: ["unknown"],
            to: "failed",
            patch: {
              stripe_refund_id,
              failure_code: "expired_or_canceled_card",
            },
            audit: { actor: "test", action: "read_from_stripe" },
          })
        await sql(
          "UPDATE refunds_transaction SET accepted_at = NULL WHERE id = ?",
          [String(lost?.id)]
        )
        await sql(
          "UPDATE refunds_order_refund SET booked_at = now() WHERE id = ?",
          [data.order_refund.id]
        )
        expect((await refunds.overview(order.id)).summary).toMatchObject({
          failed: data.order_refund.amount,
          owed: "0.00",
        })
        expect(codesOf(await check(getContainer()))).toEqual([
          "failed_refund_not_owed",
          "refund_not_given_back",
        ])
        await repair()
        expect(await check(getContainer())).toEqual([])
        expect(await books()).toEqual(REFUNDED)
        expect((await refunds.overview(order.id)).summary.failed).toBe("0.00")
        const again = await refunds.create(order.id, { items: [item] })
        expect(again.data.order_refund).toMatchObject({
          status: "succeeded",
          amount: data.order_refund.amount,
        })
      })

      it("a refund that Medusa made through another provider", async () => {
        order = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL, provider: "system" },
        ])
        // Past the module, whose event would tell of it.
        await sql(
          `INSERT INTO refund (id, payment_id, amount, raw_amount, created_at)
           VALUES ('ref_lost', ?, 5, '{"value":"5","precision":20}', now() - interval '1 hour')`,
          [payment()]
        )
        expect(codesOf(await check(getContainer()))).toEqual([
          "collection_amount_differs",
          "refund_row_not_recorded",
        ])
        const mended = await repair()
        expect(mended.filter(({ repaired }) => !repaired)).toEqual([])
        expect(await books()).toMatchObject({
          pending_difference: "0",
          refunded_amount: "5",
          order_transactions: "-5",
          credit_lines: "5",
        })
        expect((await refunds.overview(order.id)).order_refunds).toMatchObject([
          { source: "medusa", amount: "5.00" },
        ])
      })
    })

    const UNMENDABLE: Record<string, Case> = {
      "a refund of Medusa that Stripe knows nothing of": {
        broken: async () => {
          await getContainer()
            .resolve<CreateRefunds>(Modules.PAYMENT)
            .createRefunds([
              { id: "ref_phantom", payment_id: payment(), amount: 5 },
            ])
          await medusaRow("ref_phantom")
          await sql(
            'UPDATE payment_collection SET refunded_amount = 40.95, raw_refunded_amount = \'{"value":"40.95","precision":20}\''
          )
        },
        codes: ["refund_row_without_refund"],
      },
      "a record of another amount than Stripe's": {
        broken: () =>
          sql("UPDATE refunds_transaction SET amount = '29.00' WHERE id = ?", [
            capId(),
          ]),
        codes: [
          "refund_amount_differs",
          "refund_row_amount_differs",
          "refund_transaction_wrong",
          "stripe_amount_differs",
        ],
      },
      "lines that do not add up to their refund": {
        broken: () =>
          sql(
            "UPDATE refunds_order_refund_line SET amount = '29.00' WHERE order_refund_id = ?",
            [cap.id]
          ),
        codes: ["credit_lines_differ", "refund_amount_differs"],
      },
      "a record of a refund that Stripe does not have": {
        broken: async () => {
          await sql(
            "UPDATE refunds_transaction SET stripe_refund_id = 're_gone', id = 'reftrx_other' WHERE id = ?",
            [capId()]
          )
          await sql("ALTER TABLE refunds_audit_entry DISABLE TRIGGER USER")
          await sql(
            "UPDATE refunds_audit_entry SET request_id = 'reftrx_other' WHERE request_id = ?",
            [capId()]
          )
          await sql("ALTER TABLE refunds_audit_entry ENABLE TRIGGER USER")
        },
        codes: ["stripe_refund_missing", "stripe_refund_not_recorded"],
      },
      "one refund at Stripe with two records": {
        broken: async () => {
          await sql(
            "UPDATE refunds_transaction SET stripe_refund_id = NULL WHERE id = ?",
            [capId()]
          )
          await sql(
            "UPDATE refunds_transaction SET stripe_refund_id = ? WHERE amount = '5.95'",
            [capAtStripe()]
          )
        },
        codes: ["stripe_refund_not_recorded", "stripe_refund_recorded_twice"],
      },
      "an order transaction of a refund that nobody knows": {
        broken: () =>
          getContainer()
            .resolve(Modules.ORDER)
            .addOrderTransactions([
              {
                order_id: order.id,
                amount: 0,
                currency_code: "eur",
                reference: "refund",
                reference_id: "ref_other",
              },
            ]),
        codes: ["refund_transaction_unknown"],
      },
      "a credit line of a refund that nobody knows": {
        broken: () =>
          sql(
            `INSERT INTO order_credit_line (id, order_id, version, amount, raw_amount, reference, reference_id)
             SELECT 'ordcl_strange', order_id, version, 0, '{"value":"0","precision":20}', reference, 'orref_none'
             FROM order_credit_line ORDER BY version DESC LIMIT 1`
          ),
        codes: ["credit_line_unknown"],
      },
      "a line that more was given back for than it cost": {
        broken: () =>
          sql(
            "UPDATE refunds_order_refund_line SET quantity = 3 WHERE quantity = 1 AND kind = 'item'"
          ),
        codes: ["line_over_refunded"],
      },
      "a payment that more was given back of than it took": {
        broken: () =>
          sql(
            `UPDATE payment SET data = data || '{"amount_received": 3000}' WHERE id = ?`,
            [payment()]
          ),
        codes: ["payment_over_refunded"],
      },
    }

    describe("a check reports, and leaves to a person", () => {
      it.each(Object.keys(UNMENDABLE))("%s", async (name) => {
        const { broken, codes } = UNMENDABLE[name] as Case
        await broken()
        const before = await books()
        const found = await check(getContainer())
        expect(codesOf(found)).toEqual(codes)
        expect(found.filter(({ repairable }) => repairable)).toEqual([])
        expect(await repair()).toEqual(found)
        expect(await books()).toEqual(before)
      })

      it("a customer who seems to owe what was given back", async () => {
        await refundPaymentWorkflow(getContainer()).run({
          input: { payment_id: payment(), amount: 10 },
        })
        await recorded(3)
        expect(await check(getContainer())).toEqual([])
        await sql("DELETE FROM order_credit_line WHERE amount = 10")
        expect(await repair()).toMatchObject([
          {
            code: "customer_owes_refund",
            message: expect.stringContaining("EUR 10"),
            repairable: false,
          },
        ])
      })

      it("a payment of which Medusa captured less than Stripe took, and says to capture the rest", async () => {
        const other = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL, capture: false },
        ])
        await capturePaymentWorkflow(getContainer()).run({
          input: { payment_id: String(other.payments[0]?.id), amount: 30 },
        })
        const found = await repair()
        expect(found).toMatchObject([
          { code: "stripe_capture_differs", order_id: other.id },
        ])
        expect(found[0]).toMatchObject({
          repairable: false,
          message: expect.stringMatching(
            /Stripe took EUR 125\.41 .* captured EUR 30\.00.*95\.41 more are due, capture them in Medusa/
          ),
        })
        await capturePaymentWorkflow(getContainer()).run({
          input: { payment_id: String(other.payments[0]?.id), amount: 95.4143 },
        })
        expect(await check(getContainer())).toEqual([])
      })

      it("nothing of a payment intent that several payments captured parts of", async () => {
        const pay = (amount: number) =>
          createPaidOrder(getContainer(), stripe, BASKET, [{ amount }])
        const [whole, part] = [await pay(125.41), await pay(30)]
        const [first, second] = [whole, part].map(({ payments }) =>
          String(payments[0]?.id)
        ) as [string, string]
        await sql(
          "UPDATE payment SET data = (SELECT data FROM payment WHERE id = ?) WHERE id = ?",
          [first, second]
        )
        expect(
          codesOf(await check(getContainer(), { order_id: part.id }))
        ).not.toContain("stripe_capture_differs")
      })

      it("a payment of which Medusa captured more than Stripe took, and says to refund no more", async () => {
        await sql(
          `UPDATE capture SET amount = 200, raw_amount = '{"value":"200","precision":20}'`
        )
        expect(
          (await check(getContainer())).find(
            ({ code }) => code === "stripe_capture_differs"
          )
        ).toMatchObject({
          repairable: false,
          message: expect.stringContaining("Do not refund more"),
        })
      })

      it("a failed refund that the order does not owe any more", async () => {
        stripe.control.failRefund(capAtStripe())
        await repair()
        await createOrderCreditLinesWorkflow(getContainer()).run({
          input: {
            id: order.id,
            credit_lines: [
              { amount: -30, reference: "paid in cash", reference_id: "1" },
            ],
          },
        })
        expect(await check(getContainer())).toMatchObject([
          { code: "failed_refund_not_owed", severity: "warning" },
        ])
      })

      it("books that wait for an open change of the order", async () => {
        await beginOrderEditOrderWorkflow(getContainer()).run({
          input: { order_id: order.id },
        })
        stripe.control.failRefund(capAtStripe())
        await repair()
        expect(await check(getContainer())).toMatchObject([
          {
            code: "books_not_written",
            severity: "warning",
            message: expect.stringContaining("open change"),
            repairable: false,
          },
        ])
      })

      it("an order that cannot be read, and goes on with the others", async () => {
        const other = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
        await sql(
          `UPDATE payment_collection SET refunded_amount = 1, raw_refunded_amount = '{"value":"1","precision":20}' WHERE id = ?`,
          [String(other.payments[0]?.payment_collection_id)]
        )
        stripe.control.addFault({
          method: "GET",
          path: "/v1/refunds",
          effect: "500_unsaved",
          times: 2,
        })
        expect(await check(getContainer())).toMatchObject([
          { code: "not_checked", order_id: order.id },
          { code: "collection_amount_differs", order_id: other.id },
        ])
      })
    })

    describe("POST /admin/refund-checks", () => {
      const post = (body: object) =>
        refunds.post<AdminRefundCheckResponse>("/admin/refund-checks", body)

      it("answers with the findings, and mends when it is asked to", async () => {
        await sql("DELETE FROM refund WHERE amount = 30")
        const { status, data } = await post({ order_id: order.id })
        expect(status).toBe(200)
        expect(data.refund_check).toMatchObject({ orders: 1, next: null })
        expect(data.refund_check.findings[0]).toMatchObject({
          code: "refund_row_missing",
          severity: "error",
          order_id: order.id,
          display_id: 1,
          message: expect.stringContaining("EUR 30.00"),
          repairable: true,
        })
        const mended = await post({ repair: true })
        expect(
          mended.data.refund_check.findings.map(({ repaired }) => repaired)
        ).toEqual([true, true])
        expect((await post({})).data.refund_check.findings).toEqual([])
        expect(await books()).toEqual(REFUNDED)
      })

      it("goes on after an order, and checks one alone", async () => {
        const other = await createPaidOrder(getContainer(), stripe, BASKET, [
          { amount: BASKET_TOTAL },
        ])
        const orders = async (body: object) =>
          (await post(body)).data.refund_check.orders
        expect(await orders({})).toBe(2)
        expect(await orders({ after: order.id })).toBe(1)
        expect(await orders({ after: other.id })).toBe(0)
        expect(await orders({ order_id: other.id })).toBe(1)
      })

      it("refuses what it does not know", async () => {
        expect((await post({ order_id: "order_none" })).data).toMatchObject({
          code: "order_not_found",
        })
        expect((await post({ everything: true })).data).toMatchObject({
          code: "invalid_request",
        })
        const { status } = await api.post(
          "/admin/refund-checks",
          {},
          { validateStatus: () => true }
        )
        expect(status).toBe(401)
      })
    })

    /** Medusa tells of its own refunds by an event. */
    async function recorded(count: number): Promise<void> {
      for (let attempt = 0; attempt < 200; attempt++) {
        const { order_refunds } = await refunds.overview(order.id)
        if (order_refunds.length === count) {
          return
        }
        await wait(50)
      }
      throw new Error("It was never recorded.")
    }
  },
})

type CreateRefunds = { createRefunds(rows: object[]): Promise<unknown> }
