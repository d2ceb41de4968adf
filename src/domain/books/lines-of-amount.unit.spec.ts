import { item, order, refundLine, refund } from "../__fixtures__/books"
import { linesOfAmount } from "./lines-of-amount"
import { grantOf, grantWithout } from "./new-grant"
import { orderGoods } from "./order-goods"
import { orderSnapshot } from "./order-snapshot"
import { splitLines } from "./split-lines"

const snapshot = (items = [item()]) => {
  const books = order({ items })
  return orderSnapshot(
    books,
    [],
    [],
    orderGoods(books, []),
    () => ({ gateway: "stripe", method_type: null }),
    new Date()
  )
}
const kinds = (lines: { kind: string; amount: string }[]) =>
  lines.map(({ kind, amount }) => `${kind} ${amount}`)

describe("a refund of which only the amount is known", () => {
  it("of exactly everything that is left is for everything", () => {
    expect(kinds(linesOfAmount(snapshot(), ["pay_1"], "20.00"))).toEqual([
      "item 20.00",
    ])
  })

  it("of everything, but from another payment, is for nobody knows what", () => {
    expect(kinds(linesOfAmount(snapshot(), ["pay_2"], "20.00"))).toEqual([
      "unallocated 20.00",
    ])
  })

  it("of a part is for nobody knows what", () => {
    expect(kinds(linesOfAmount(snapshot(), ["pay_1"], "7.5"))).toEqual([
      "unallocated 7.50",
    ])
  })

  it("pays first what the order owed", () => {
    const owing = snapshot([item({ quantity: 1 })])
    expect(kinds(linesOfAmount(owing, ["pay_1"], "12.00"))).toEqual([
      "outstanding 10.00",
      "unallocated 2.00",
    ])
    expect(kinds(linesOfAmount(owing, ["pay_1"], "4.00"))).toEqual([
      "outstanding 4.00",
    ])
  })

  it("of what was owed and everything else is for both", () => {
    const owing = snapshot([item({ quantity: 1 })])
    expect(kinds(linesOfAmount(owing, ["pay_1"], "20.00"))).toEqual([
      "item 10.00",
      "outstanding 10.00",
    ])
  })
})

it("what was granted and what was owed stand in lines of their own", () => {
  expect(kinds(splitLines("3", "10", "eur"))).toEqual([
    "outstanding 7.00",
    "unallocated 3.00",
  ])
  expect(kinds(splitLines("10", "10", "eur"))).toEqual(["unallocated 10.00"])
  expect(kinds(splitLines("0", "1.5", "kwd"))).toEqual(["outstanding 1.500"])
})

describe("a grant", () => {
  it("is what its lines add up to", () => {
    const { id: _id, ...line } = refundLine({ amount: "10.00" })
    expect(
      grantOf(
        [
          { ...line, subtotal: "8.40", tax_total: "1.60" },
          { ...line, subtotal: "9.99", discount_total: "0.01" },
        ],
        "eur"
      )
    ).toMatchObject({
      amount: "20.00",
      subtotal: "18.39",
      discount_total: "0.01",
      tax_total: "1.60",
    })
  })

  it("taken back in part is what is left of its lines, or nothing", () => {
    const two = refund({
      lines: [
        refundLine({ id: "orrefli_1" }),
        refundLine({ id: "orrefli_2", item_id: "item_2" }),
      ],
    })
    expect(grantWithout(two, "10.00")?.amount).toBe("10.00")
    expect(grantWithout(two, "20.00")).toBeNull()
  })
})
