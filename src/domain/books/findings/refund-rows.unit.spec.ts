import { at, payment, transaction } from "../../__fixtures__/books"
import {
  bare,
  bookedRefund,
  booksOf,
  paidBack,
  row,
  stripeRefund,
} from "../../__fixtures__/order-books"
import type { MedusaRefundRow } from "../medusa-order"
import { refundRows, wrongRows } from "./refund-rows"

const withRows = (...refunds: MedusaRefundRow[]) =>
  paidBack({ payments: [payment({ refunds })] })

const finish = [{ kind: "finish", order_refund_id: "orref_1" }]

describe("a refund row of Medusa", () => {
  it("says what was given back", () => {
    expect(refundRows(booksOf())).toEqual([])
  })

  it("that is missing is written", () => {
    expect(bare(refundRows(booksOf({ order: withRows() })))).toEqual([
      {
        severity: "error",
        code: "refund_row_missing",
        about: "reftrx_1",
        payment_id: "pay_1",
        order_refund_id: "orref_1",
        mend: finish,
      },
    ])
  })

  it("of money that came back is taken back", () => {
    const refunds = [
      bookedRefund({ transactions: [transaction({ status: "failed" })] }),
    ]
    expect(bare(refundRows(booksOf({ refunds })))).toEqual([
      {
        severity: "error",
        code: "refund_row_left",
        about: "reftrx_1",
        payment_id: "pay_1",
        order_refund_id: "orref_1",
        mend: finish,
      },
    ])
  })

  it("of a wrong amount is corrected", () => {
    const order = withRows(row({ amount: "9.5" }))
    expect(bare(refundRows(booksOf({ order })))).toEqual([
      {
        severity: "error",
        code: "refund_row_amount_differs",
        about: "reftrx_1",
        payment_id: "pay_1",
        order_refund_id: "orref_1",
        mend: [{ kind: "correct" }],
      },
    ])
    const refunds = [bookedRefund()]
    expect(wrongRows(order, refunds, ["reftrx_1"])).toEqual([
      { id: "ref_1", amount: "10.00" },
    ])
    expect(wrongRows(order, refunds, ["reftrx_2"])).toEqual([])
    expect(wrongRows(withRows(), refunds, ["reftrx_1"])).toEqual([])
  })

  it("of a refund that is not booked yet is no business of anybody's", () => {
    const refunds = [bookedRefund({ booked_at: null })]
    expect(refundRows(booksOf({ order: withRows(), refunds }))).toEqual([])
  })
})

describe("a refund row that nobody recorded", () => {
  const strange = row({ id: "ref_9", amount: "5" })
  const order = withRows(row(), strange)
  const free = stripeRefund({
    id: "re_9",
    minor_amount: 500n,
    refund_transaction_id: null,
  })
  const told = (...refunds: (typeof free)[]) =>
    bare(
      refundRows(booksOf({ order, stripe: new Map([["pay_1", [...refunds]]]) }))
    )
  const notRecorded = {
    severity: "error",
    code: "refund_row_not_recorded",
    about: "ref_9",
    payment_id: "pay_1",
  }
  const without = { ...notRecorded, code: "refund_row_without_refund" }

  it("is read back from Stripe, which has its refund", () => {
    expect(told(stripeRefund(), free)).toEqual([
      { ...notRecorded, mend: [{ kind: "sync", payment_id: "pay_1" }] },
    ])
  })

  it("is recorded where another provider made it", () => {
    expect(bare(refundRows(booksOf({ order, stripe: new Map() })))).toEqual([
      { ...notRecorded, mend: [{ kind: "record", medusa_refund_id: "ref_9" }] },
    ])
  })

  it("is money that the customer may wait for, where Stripe has no such refund", () => {
    expect(told(stripeRefund())).toEqual([{ ...without, mend: [] }])
    // Of another amount, recorded as another one's, or of nothing captured.
    expect(told({ ...free, minor_amount: 501n })).toEqual([
      { ...without, mend: [] },
    ])
    expect(told(stripeRefund({ minor_amount: 500n }))).toEqual([
      { ...without, mend: [] },
    ])
    const never = stripeRefund({
      id: "re_9",
      minor_amount: 500n,
      status: "failed",
      failure_code: "never_captured",
    })
    expect(told(never)).toEqual([{ ...without, mend: [] }])
  })

  it("may be on its way for a minute", () => {
    const codes = (created_at: string) =>
      refundRows(
        booksOf({
          order: withRows(row(), { ...strange, created_at }),
          stripe: new Map(),
        })
      ).map(({ code }) => code)
    expect(codes(at(29))).toEqual([])
    expect(codes(at(28))).toEqual(["refund_row_not_recorded"])
  })

  it("is none where it gave back less than a cent", () => {
    const nothing = withRows(row(), { ...strange, amount: "0.004" })
    expect(refundRows(booksOf({ order: nothing }))).toEqual([])
  })
})

describe("the sum of refunds that a payment collection keeps", () => {
  const stored = (refunded_amount: string) => ({
    ...booksOf().stored,
    collections: [{ id: "pay_col_1", refunded_amount, rows: "10" }],
  })

  it("is what its rows add up to, but for noise", () => {
    expect(refundRows(booksOf({ stored: stored("10.00005") }))).toEqual([])
  })

  it("is corrected where it is not", () => {
    expect(bare(refundRows(booksOf({ stored: stored("9") })))).toEqual([
      {
        code: "collection_amount_differs",
        severity: "error",
        about: "pay_col_1",
        mend: [{ kind: "correct" }],
      },
    ])
  })
})
