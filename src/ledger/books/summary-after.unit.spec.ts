import { entry, order } from "../../domain/__fixtures__/books"
import { isSummaryBehind, storedTotal } from "../../domain"
import { NO_ENTRIES } from "./books-entries"
import { storedCreditTotal, summaryAfter } from "./summary-after"

const about = { reference: "order_refund", reference_id: "orref_1" }
const line = (amount: string) => ({ ...about, amount, created_by: null })
const entries = { ...NO_ENTRIES }

/** Two at 10.00, paid with 20.00. */
const paid = order()
const figure = (totals: object, name: string) =>
  storedTotal({ ...totals }, name)

describe("an order's stored summary after a refund", () => {
  const after = summaryAfter(
    paid,
    { note: "of another plugin" },
    {
      ...entries,
      credit_lines: [line("6.5")],
      transactions: [{ ...about, amount: "-6.5" }],
    }
  )

  it("has the figures that Medusa would have left", () => {
    expect(after).toMatchObject({
      original_order_total: 20,
      current_order_total: 13.5,
      accounting_total: 13.5,
      credit_line_total: 6.5,
      paid_total: 20,
      refunded_total: 6.5,
      transaction_total: 13.5,
      pending_difference: 0,
      raw_pending_difference: { value: "0", precision: 20 },
      raw_credit_line_total: { value: "6.5", precision: 20 },
    })
  })

  it("keeps what others wrote into it", () => {
    expect(after).toMatchObject({ note: "of another plugin" })
  })

  it("tells of several credit lines the newest, as one after the other would", () => {
    const twice = summaryAfter(
      paid,
      {},
      { ...entries, credit_lines: [line("6"), line("-2")] }
    )
    expect(figure(twice, "credit_line_total")).toBe("-2")
    expect(figure(twice, "original_order_total")).toBe("14")
    expect(figure(twice, "current_order_total")).toBe("16")
  })

  it("keeps its figures of credit lines where none is new", () => {
    const moved = summaryAfter(
      paid,
      { credit_line_total: 3, original_order_total: 40 },
      { ...entries, removed_transactions: [String(paid.transactions[0]?.id)] }
    )
    expect(moved).toMatchObject({
      credit_line_total: 3,
      original_order_total: 40,
      paid_total: 0,
      pending_difference: 20,
    })
  })

  it("counts for nothing what adds up to a cent or less, as Medusa does", () => {
    expect(storedCreditTotal(["0.01"])).toBe("0")
    expect(storedCreditTotal(["-0.004"])).toBe("0")
    expect(storedCreditTotal(["0.02"])).toBe("0.02")
    expect(storedCreditTotal(["5", "-4.99"])).toBe("0")
    const rounded = summaryAfter(
      paid,
      {},
      { ...entries, credit_lines: [line("0.004")] }
    )
    expect(figure(rounded, "current_order_total")).toBe("20")
  })

  it("has twenty digits, as all that Medusa stores", () => {
    const long = summaryAfter(
      {
        ...paid,
        transactions: [entry("81.6943000000000000000119", "capture")],
      },
      {},
      entries
    )
    expect(long).toMatchObject({
      raw_paid_total: { value: "81.6943", precision: 20 },
    })
  })
})

describe("a stored summary", () => {
  const right = summaryAfter(paid, {}, entries)

  it("is not behind where it says what the rows come to", () => {
    expect(isSummaryBehind({ ...paid, summary: right })).toBe(false)
  })

  it("is not looked at where it was not read", () => {
    expect(isSummaryBehind({ ...paid, summary: null })).toBe(false)
  })

  it.each([
    ["a refund's figure", { raw_refunded_total: { value: "5" } }],
    ["a credit line's", { raw_current_order_total: { value: "15" } }],
    ["what is open", { raw_pending_difference: { value: "-5" } }],
  ])("is behind where it lost %s", (_, lost) => {
    expect(isSummaryBehind({ ...paid, summary: { ...right, ...lost } })).toBe(
      true
    )
  })

  it("is not behind for noise", () => {
    const noise = { raw_refunded_total: { value: "0.00000000001" } }
    expect(isSummaryBehind({ ...paid, summary: { ...right, ...noise } })).toBe(
      false
    )
  })
})
