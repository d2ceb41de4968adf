import {
  at,
  goods,
  item,
  payment,
  refundLine,
  transaction,
} from "../../__fixtures__/books"
import {
  bare,
  bookedRefund,
  booksOf,
  paidBack,
  row,
} from "../../__fixtures__/order-books"
import type { MedusaOrder, MedusaRefundRow } from "../medusa-order"
import type { RefundLine, RefundTransactionRecord } from "../refund-records"
import { limits } from "./limits"

it("an order that gave back less than it took is within its limits", () => {
  expect(limits(booksOf())).toEqual([])
})

describe("a payment of 20.00", () => {
  const gaveBack = (
    movements: Partial<RefundTransactionRecord>[],
    ...rows: MedusaRefundRow[]
  ) =>
    bare(
      limits(
        booksOf({
          order: paidBack({ payments: [payment({ refunds: rows })] }),
          refunds: [
            bookedRefund({
              transactions: movements.map((each, index) =>
                transaction({
                  id: `reftrx_${index}`,
                  medusa_refund_id: `ref_${index}`,
                  ...each,
                })
              ),
            }),
          ],
        })
      )
    )
  const over = [
    {
      code: "payment_over_refunded",
      severity: "error",
      about: "pay_1",
      mend: [],
    },
  ]

  it("gives back all that it took, and no cent more", () => {
    expect(gaveBack([{ amount: "12.00" }, { amount: "8.00" }])).toEqual([])
    expect(gaveBack([{ amount: "12.00" }, { amount: "8.01" }])).toEqual(over)
  })

  it("has given back what is held for a refund", () => {
    const held = { amount: "8.01", status: "reserved" as const }
    expect(gaveBack([{ amount: "12.00" }, held])).toEqual(over)
  })

  it("has not given back what came back to it", () => {
    const failed = { amount: "12.00", status: "failed" as const }
    expect(gaveBack([{ amount: "12.00" }, failed])).toEqual([])
  })

  it("has given back what Medusa did alone, and a row of ours once", () => {
    const [own, strange] = [row({ id: "ref_0" }), row({ id: "ref_9" })]
    expect(gaveBack([{}], own, strange)).toEqual([])
    expect(gaveBack([{ amount: "10.01" }], own, strange)).toEqual(over)
  })
})

describe("a line of two T-shirts for 20.00", () => {
  const line = (more: Partial<RefundLine>) =>
    refundLine({ id: `orrefli_${more.amount}_${more.quantity}`, ...more })
  const gaveBack = (lines: RefundLine[], order: Partial<MedusaOrder> = {}) => {
    const refunds = [bookedRefund({ lines, transactions: [] })]
    return bare(limits(booksOf({ order: paidBack(order), refunds })))
  }
  const over = [
    {
      code: "line_over_refunded",
      severity: "warning",
      about: "item_1",
      mend: [],
    },
  ]
  const both = (amount: string) => line({ quantity: 2, amount })

  it("gives back what it cost, and a rounded cent", () => {
    expect(gaveBack([both("20.00")])).toEqual([])
    expect(gaveBack([both("20.01")])).toEqual([])
    expect(gaveBack([both("20.02")])).toEqual(over)
  })

  it("gives no third T-shirt back", () => {
    const three = [line({ quantity: 3, amount: "15.00" })]
    expect(gaveBack(three)).toEqual(over)
  })

  it("may have become cheaper by an edit, which settled what was given back", () => {
    // Both were refunded; an edit took one off, which let the order owe 10.00.
    const edited = {
      items: [item({ quantity: 1 })],
      goods: [goods("removed", 1, { at: at(5) })],
    }
    expect(gaveBack([both("20.00")], edited)).toEqual([])
  })

  it("may have come back after it was refunded", () => {
    const returned = {
      items: [item({ fulfilled_quantity: 2, returned_quantity: 2 })],
      goods: [goods("returned", 2, { at: at(5) })],
    }
    expect(gaveBack([both("20.00")], returned)).toEqual([])
  })

  it("that is gone has no limit of its own", () => {
    expect(gaveBack([both("20.02")], { items: [] })).toEqual([])
  })
})
