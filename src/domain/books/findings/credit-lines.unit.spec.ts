import { at, entry } from "../../__fixtures__/books"
import {
  bare,
  bookedRefund,
  booksOf,
  paidBack,
} from "../../__fixtures__/order-books"
import type { MedusaOrder, MedusaOrderEntry } from "../medusa-order"
import { creditLines } from "./credit-lines"
import { orderSummary } from "./order-summary"

const granted = entry("10", "order_refund")
const withLines = (
  credit_lines: MedusaOrderEntry[],
  more: Partial<MedusaOrder> = {}
) => paidBack({ credit_lines, ...more })
const found = (order: MedusaOrder, more: object = {}) =>
  creditLines(booksOf({ order, ...more }))

const differs = {
  code: "credit_lines_differ",
  severity: "error",
  about: "orref_1",
  order_refund_id: "orref_1",
}

describe("the credit lines of a refund", () => {
  it("give what its lines grant", () => {
    expect(creditLines(booksOf())).toEqual([])
  })

  it.each([
    ["6", "give EUR 4 too little"],
    ["13", "give EUR -3 too much"],
  ])("that give %s of 10.00 are corrected", (amount, words) => {
    const told = found(withLines([entry(amount, "order_refund")]))
    expect(bare(told)).toEqual([
      { ...differs, mend: [{ kind: "finish", order_refund_id: "orref_1" }] },
    ])
    expect(told[0]?.message).toContain(words)
    expect(told[0]?.advice).toContain("A repair")
  })

  it("wait for the order's open change: nothing is written beside it", () => {
    const active_change = {
      id: "ordch_7",
      change_type: "edit",
      references: [],
      order_refund_id: null,
      created_at: at(3),
    }
    const told = found(withLines([], { active_change }))
    expect(bare(told)).toEqual([{ ...differs, mend: [] }])
    expect(told[0]?.advice).toContain("ordch_7")
  })

  it("are not missed before the refund is booked", () => {
    const refunds = [bookedRefund({ booked_at: null })]
    expect(found(withLines([]), { refunds })).toEqual([])
  })
})

describe("a credit line that names an order refund", () => {
  it.each(["order_refund", "order_refund_rounding"])(
    "(%s) that does not exist is looked up by a person",
    (reference) => {
      const order = withLines([granted, entry("1", reference, "orref_9")])
      expect(bare(found(order))).toEqual([
        {
          code: "credit_line_unknown",
          severity: "warning",
          about: "orref_9",
          mend: [],
        },
      ])
    }
  )

  it("is none that an edit, or another plugin, has written", () => {
    const order = withLines([
      granted,
      entry("0.003", "order_edit_rounding", "ordedit_1"),
      entry("1", "store_credit", "orref_9"),
    ])
    expect(found(order)).toEqual([])
  })
})

describe("the summary that Medusa stores of an order", () => {
  const { stored } = booksOf()
  const withPaid = (value: string) => ({
    ...stored,
    summary: {
      id: "ordsum_1",
      totals: { ...stored.summary?.totals, raw_paid_total: { value } },
    },
  })

  it("follows from its transactions, or there is none", () => {
    expect(orderSummary(booksOf())).toEqual([])
    const none = { ...stored, summary: null }
    expect(orderSummary(booksOf({ stored: none }))).toEqual([])
  })

  it("is corrected where it does not", () => {
    const told = orderSummary(booksOf({ stored: withPaid("15") }))
    expect(bare(told)).toEqual([
      {
        code: "order_summary_differs",
        severity: "error",
        about: "ordsum_1",
        mend: [{ kind: "correct" }],
      },
    ])
    expect(told[0]?.message).toContain("paid_total is 15, not 20")
  })
})
