import { mugOrder, mugs, paidBy, post } from "../__fixtures__/mug-order"
import { currencyOf } from "../money/currency"
import { cumulativeShare, lineBalances } from "./line-balance"
import type { ItemLine, OrderSnapshot, RefundedLine } from "./plan-types"

const EUR = currencyOf("eur")
const vat = (rate: string, code = "vat") => ({ code, rate })

const past = (
  amount: string,
  quantity = 1,
  more: Partial<RefundedLine> = {}
): RefundedLine => ({
  kind: "item",
  line_id: "mugs",
  quantity,
  amount,
  tax_lines: [],
  ...more,
})
const mugBalance = (
  item: Partial<ItemLine>,
  refunded_lines: RefundedLine[] = [],
  more: Partial<OrderSnapshot> = {}
) => {
  const items = [{ ...mugs, ...item }]
  return lineBalances(mugOrder({ items, refunded_lines, ...more }), EUR)[0]
}

describe("what the first units of a line cost", () => {
  it("adds up, whatever the steps: 10.00 over three", () => {
    const upTo = (n: number) => cumulativeShare(1000n, n, 3)
    expect([upTo(0), upTo(1), upTo(2), upTo(3)]).toEqual([
      0n,
      333n,
      667n,
      1000n,
    ])
  })

  it("is nothing of a line without units", () => {
    expect(cumulativeShare(1000n, 1, 0)).toBe(0n)
  })
})

describe("the balance of a line", () => {
  it("is what was paid, less what came back", () => {
    expect(mugBalance({}, [past("20", 1), past("15.50", 1)])).toMatchObject({
      kind: "item",
      title: "Mug",
      share: 8000n,
      quantity: 4,
      taken_quantity: 2,
      refunded_quantity: 2,
      refunded_amount: 3550n,
      refundable_quantity: 2,
      refundable_amount: 4450n,
    })
  })

  it("counts units in a return with what they cost", () => {
    expect(mugBalance({ returned_quantity: 1 }, [past("20", 1)])).toMatchObject(
      {
        taken_quantity: 2,
        refunded_quantity: 1,
        refundable_quantity: 2,
        refundable_amount: 4000n,
      }
    )
  })

  it("is never less than nothing, in units or in money", () => {
    expect(mugBalance({ returned_quantity: 3 }, [past("60", 3)])).toMatchObject(
      {
        taken_quantity: 4,
        refundable_quantity: 0,
        refundable_amount: 0n,
      }
    )
  })

  it("of a line below zero goes up to zero, and no further", () => {
    const voucher = { unit_price: "-5", quantity: 1 }
    const order = {
      shipping_methods: [{ ...post, amount: "80" }],
      payments: [paidBy("pay_1", "75")],
    }
    const left = (...lines: RefundedLine[]) =>
      mugBalance(voucher, lines, order)?.refundable_amount
    expect(left()).toBe(-500n)
    expect(left(past("-2", 0))).toBe(-300n)
    expect(left(past("-6", 0))).toBe(0n)
  })

  it("is its own: shipping with the same id, or other lines, say nothing", () => {
    const order = mugOrder({
      shipping_methods: [{ ...post, id: "mugs" }],
      refunded_lines: [past("3", 1, { kind: "shipping" }), past("7", 0)],
    })
    expect(
      lineBalances(order, EUR).map(({ kind, refunded_amount, ...each }) => [
        kind,
        refunded_amount,
        each.quantity,
        each.taken_quantity,
      ])
    ).toEqual([
      ["item", 700n, 4, 0],
      ["shipping", 300n, 1, 1],
    ])
  })

  it("has the line's id for a name where it has no title", () => {
    expect(mugBalance({ title: undefined })?.title).toBe("mugs")
  })
})

describe("the tax that a line gave back", () => {
  const refundedTax = (
    tax_lines: ItemLine["tax_lines"],
    ...lines: RefundedLine[]
  ) => mugBalance({ tax_lines }, lines)?.refunded_tax

  it("is what was recorded", () => {
    const recorded = { tax_lines: [{ code: "vat", amount: "3.00" }] }
    expect(refundedTax([vat("19")], past("20", 1, recorded))).toEqual([300n])
  })

  it("is its part of the amount where nothing was recorded, to the cent over all", () => {
    expect(refundedTax([vat("19")], past("20"))).toEqual([319n])
    // 0.03 have 0.0048 of tax, which is none; 0.06 have 0.0096, which is a cent.
    expect(refundedTax([vat("19")], past("0.03"))).toEqual([0n])
    expect(refundedTax([vat("19")], past("0.03"), past("0.03"))).toEqual([1n])
  })

  it("is told apart by its place where two taxes have one code", () => {
    const two = [vat("10", "a"), vat("7", "b"), vat("5", "a")]
    const recorded = {
      tax_lines: [
        { code: "a", amount: "1.50" },
        { code: "a", amount: "0.70" },
        { code: "b", amount: "1.00" },
      ],
    }
    expect(refundedTax(two, past("20", 1, recorded))).toEqual([150n, 100n, 70n])
    const one = { tax_lines: [{ code: "a", amount: "1.50" }] }
    expect(refundedTax(two, past("20", 1, one))).toEqual([150n, 0n, 0n])
  })

  it("adds up over refunds, recorded or not", () => {
    const recorded = { tax_lines: [{ code: "vat", amount: "3.00" }] }
    // 40.00 have 6.39 of tax, of which 20.00 have 3.19: the second one had 3.20.
    expect(
      refundedTax([vat("19")], past("20", 1, recorded), past("20"))
    ).toEqual([620n])
  })
})
