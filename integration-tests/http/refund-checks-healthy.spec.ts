import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import {
  orderRowsThroughMedusa,
  readOrder,
  toMedusaOrder,
} from "../../src/ledger"
import { unknownBooksColumns } from "../../src/ledger/undocumented/books-tables"
import type { AdminRefundCheckResponse, RefundCheckCode } from "../../src/types"
import { makeHealthyStore } from "../support/healthy-store"
import { withOtherTables } from "../support/other-tables"
import { check } from "../support/refund-checks"
import type { PaidOrder } from "../support/paid-order"
import { type RefundsApi, refundsApi } from "../support/refunds-api"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

/** For every finding an order that is right, and looks as if it had it. */
const TWINS: Record<RefundCheckCode, string> = {
  stripe_refund_not_recorded: "outside",
  stripe_refund_recorded_twice: "partial",
  stripe_refund_missing: "declined",
  stripe_amount_differs: "native",
  stripe_status_differs: "pending",
  stripe_refund_unclear: "two payments",
  stripe_capture_differs: "captured in two parts",
  refund_never_captured: "released",
  refund_row_missing: "settled",
  refund_row_left: "failed",
  refund_row_amount_differs: "native",
  refund_row_not_recorded: "another provider",
  refund_row_without_refund: "another provider",
  collection_amount_differs: "outside, failed",
  refund_transaction_missing: "settled",
  refund_transaction_wrong: "retried",
  refund_transaction_unknown: "native",
  capture_transactions_differ: "captured in two parts",
  order_summary_differs: "edited",
  credit_lines_differ: "cancelled, bought again",
  credit_line_unknown: "edited, paid by Medusa",
  customer_owes_refund: "refunded by Medusa, edited up",
  failed_refund_not_owed: "failed, paid in cash, edited up",
  unpayable_rest: "order cancelled (core)",
  books_not_written: "withdrawn",
  refund_amount_differs: "cancelled, bought again after a failed refund",
  refund_status_differs: "cancelled by the merchant",
  reservation_stuck: "pending",
  refund_not_given_back: "declined",
  edit_unfinished: "edited down, up and down again",
  release_unfinished: "released",
  audit_trail_differs: "retried",
  line_over_refunded: "everything",
  payment_over_refunded: "outside, everything",
  stripe_event_failed: "outside",
  notice_provider_missing: "outside",
  notice_failed: "failed",
  not_checked: "a charge without intent",
}

/** Medusa says of no list in which sequence it comes. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) {
    return value
      .map(sorted)
      .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))
  }
  return value !== null && typeof value === "object"
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => a.localeCompare(b))
          .map(([key, each]) => [key, sorted(each)])
      )
    : value
}

const MANY_ORDERS_MS = 480_000

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a store whose books are right", () => {
      let refunds: RefundsApi
      let orders: Record<string, PaidOrder>
      beforeAll(async () => {
        stripe.control.reset()
        const container = getContainer()
        refunds = await refundsApi(api, container)
        orders = await makeHealthyStore({ api, container, stripe, refunds })
      }, MANY_ORDERS_MS)

      it("has no findings, whatever happened to its orders, and a repair changes nothing", async () => {
        const named = Object.entries(orders)
        const findings = (await check(getContainer())).map((finding) => ({
          ...finding,
          order: named.find(([, { id }]) => id === finding.order_id)?.[0],
        }))
        expect(findings).toEqual([])
        expect(Object.keys(orders)).toEqual(
          expect.arrayContaining(Object.values(TWINS))
        )
        const { data } = await refunds.post<AdminRefundCheckResponse>(
          "/admin/refund-checks",
          { repair: true }
        )
        // All but the one that is only authorised.
        expect(data.refund_check).toEqual({
          orders: named.length - 1,
          findings: [],
          next: null,
        })
      })

      it("is read in one statement as Medusa reads it, order by order", async () => {
        for (const [name, { id }] of Object.entries(orders)) {
          const rows = await orderRowsThroughMedusa(getContainer(), id)
          const order = await readOrder(getContainer(), id)
          // Medusa tells no stored summary: figures of its own take their place.
          expect([name, sorted({ ...order, summary: null })]).toEqual([
            name,
            sorted(rows && toMedusaOrder(rows)),
          ])
        }
      })

      it("has the tables that books are written to as we know them", async () => {
        const database = getContainer().resolve(
          ContainerRegistrationKeys.PG_CONNECTION
        )
        expect(await unknownBooksColumns(database)).toEqual([])
      })

      it("is read through Medusa where its tables are not those that we know", async () => {
        const container = getContainer()
        const warned = jest.spyOn(
          container.resolve(ContainerRegistrationKeys.LOGGER),
          "warn"
        )
        const id = String(orders.partial?.id)
        const order = await readOrder(container, id)
        expect(warned).not.toHaveBeenCalled()
        const other = withOtherTables(container)
        expect(sorted(await readOrder(other, id))).toEqual(
          sorted({ ...order, summary: null })
        )
        expect(warned).toHaveBeenCalledWith(
          expect.stringMatching(/Order order_.* other tables: no such column/)
        )
        jest.restoreAllMocks()
      })
    })
  },
})
