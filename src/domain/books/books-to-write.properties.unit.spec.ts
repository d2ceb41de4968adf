import fc from "fast-check"
import {
  entry,
  goods,
  item,
  order,
  payment,
  refund,
  refundLine,
  transaction,
} from "../__fixtures__/books"
import {
  hasMoved,
  type RefundTransactionStatus,
} from "../gateway/refund-transaction-status"
import { currencyOf } from "../money/currency"
import {
  absolute,
  equal,
  lessThan,
  multiply,
  negate,
  subtract,
  sum,
} from "../money/decimal-math"
import { formatPayable, payableAsTaken, smallestAmount } from "../money/money"
import { isNoise } from "../money/noise"
import { booksToWrite, type BooksToWrite } from "./books-to-write"
import { CREDIT_LINE_REFERENCE, ROUNDING_REFERENCE } from "./entries"
import type { MedusaOrder } from "./medusa-order"
import { orderGoods } from "./order-goods"
import type { OrderRefundRecord } from "./refund-records"

const STATUSES: RefundTransactionStatus[] = [
  "unknown",
  "pending",
  "requires_action",
  "succeeded",
  "failed",
  "canceled",
]

/** A line of some units at an odd price, and a refund of one of them. */
const story = fc.record({
  currency_code: fc.constantFrom("eur", "jpy", "kwd"),
  /** In thousandths: 10.464 euros, 1,063.333 yen. */
  price: fc.integer({ min: 20, max: 90_000 }),
  quantity: fc.integer({ min: 1, max: 5 }),
  restock: fc.constantFrom("none" as const, "cancel" as const),
  status: fc.constantFrom(...STATUSES),
  accepted: fc.boolean(),
  withdrawn: fc.boolean(),
})
type Story = typeof story extends fc.Arbitrary<infer T> ? T : never

const priceOf = ({ price }: Story) => multiply(String(price), "0.001")

function tell(told: Story): { books: MedusaOrder; made: OrderRefundRecord } {
  const { currency_code, quantity, restock, status } = told
  const currency = currencyOf(currency_code)
  const price = priceOf(told)
  const taken = multiply(price, String(quantity))
  const amount = formatPayable(payableAsTaken(price, currency), currency)
  const cancelled = restock === "cancel"
  return {
    books: order({
      currency_code,
      items: [
        item({
          unit_price: price,
          quantity: cancelled ? quantity - 1 : quantity,
        }),
      ],
      payments: [payment({ currency_code, captured: taken })],
      transactions: [entry(taken, "capture", "capt_1")],
      goods: cancelled
        ? [
            goods("removed", 1, {
              order_refund_id: "orref_1",
              value: price,
            }),
          ]
        : [],
    }),
    made: refund({
      currency_code,
      lines: [refundLine({ amount, restock })],
      revoked_at: told.withdrawn && status === "failed" ? "later" : null,
      transactions: [
        transaction({
          currency_code,
          amount,
          status,
          accepted_at: hasMoved(status) || told.accepted ? "earlier" : null,
        }),
      ],
    }),
  }
}

const compare = (made: OrderRefundRecord, books: MedusaOrder) =>
  booksToWrite(made, books, orderGoods(books, [made]).of(made.id))

/** Medusa's books after these writes. */
function written(
  books: MedusaOrder,
  { credit, rounding, payouts, rows }: BooksToWrite
): MedusaOrder {
  const open = sum(
    books.pending_difference,
    negate(credit),
    negate(rounding),
    ...payouts.missing.map(({ amount }) => amount),
    ...books.transactions
      .filter(({ id }) => payouts.gone.includes(id))
      .map(({ amount }) => amount)
  )
  return {
    ...books,
    pending_difference: open,
    credit_lines: [
      ...books.credit_lines,
      entry(credit, CREDIT_LINE_REFERENCE),
      entry(rounding, ROUNDING_REFERENCE),
    ],
    transactions: [
      ...books.transactions.filter(({ id }) => !payouts.gone.includes(id)),
      ...payouts.missing.map(({ amount, reference, reference_id }) =>
        entry(negate(amount), reference, reference_id)
      ),
    ],
    payments: books.payments.map((each) => ({
      ...each,
      refunds: [
        ...each.refunds.filter(
          ({ id }) => !rows.gone.some((gone) => gone.medusa_refund_id === id)
        ),
        ...rows.missing.map(({ medusa_refund_id, amount }) => ({
          id: medusa_refund_id,
          amount,
          note: null,
          created_by: null,
          refund_reason_id: null,
          created_at: "",
        })),
      ],
    })),
  }
}

describe("what is written of a refund", () => {
  it("is all: compared again, no money is missing or too much", () => {
    fc.assert(
      fc.property(story, (told) => {
        const { books, made } = tell(told)
        const after = compare(made, written(books, compare(made, books)))
        expect(after.credit).toBe("0")
        expect(after.payouts).toEqual({ missing: [], gone: [] })
        expect(isNoise(after.rounding)).toBe(true)
      })
    )
  })

  it("leaves open what failed and is owed, else nothing", () => {
    fc.assert(
      fc.property(story, (told) => {
        const { books, made } = tell(told)
        const first = compare(made, books)
        fc.pre(first.complete)
        const { pending_difference } = written(books, first)
        const [{ status, amount, accepted_at } = transaction()] =
          made.transactions
        const moved = hasMoved(status)
        const granted =
          !made.revoked_at && (told.restock === "cancel" || accepted_at)
        const owed = moved || !granted ? "0" : amount
        // A withdrawn refund leaves the goods that left the order unpaid for.
        const left = subtract(pending_difference, negate(owed))
        expect(
          lessThan(absolute(left), smallestAmount(told.currency_code))
        ).toBe(true)
      })
    )
  })

  it("takes everything back when what failed is withdrawn", () => {
    fc.assert(
      fc.property(story, (told) => {
        const { books, made } = tell({
          ...told,
          status: "failed",
          accepted: true,
          withdrawn: false,
        })
        const failed = written(books, compare(made, books))
        const withdrawn = { ...made, revoked_at: "later" }
        const after = written(failed, compare(withdrawn, failed))
        const credit = sum(...after.credit_lines.map(({ amount }) => amount))
        const goodsGone = told.restock === "cancel" ? priceOf(told) : "0"
        // What the goods took off the order's total comes back by the line.
        expect(
          lessThan(
            absolute(sum(credit, goodsGone)),
            smallestAmount(told.currency_code)
          )
        ).toBe(true)
        expect(
          equal(
            sum(...after.transactions.map((t) => t.amount)),
            sum(...books.transactions.map((t) => t.amount))
          )
        ).toBe(true)
      })
    )
  })
})
