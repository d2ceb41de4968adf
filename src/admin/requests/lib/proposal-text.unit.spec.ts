import { changedTexts, feeTexts } from "./proposal-text"

const t = (key: string, values?: Record<string, string | number>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const lines = [
  { item_id: "shirt", title: "Trail Shirt", quantity: 3, reason: null },
]

describe("what cannot be refunded any more as it was asked for", () => {
  it("is said by the item's name, with what is left", () => {
    const changed = [{ item_id: "shirt", asked: 3, left: 1 }]
    expect(changedTexts({ changed }, { lines }, t)).toEqual([
      "refundRequests.approve.changed Trail Shirt 3 1",
    ])
  })

  it("is all of it where nothing is left", () => {
    const changed = [{ item_id: "shirt", asked: 3, left: 0 }]
    expect(changedTexts({ changed }, { lines }, t)).toEqual([
      "refundRequests.approve.gone Trail Shirt 3",
    ])
  })

  it("is nothing where all of it is left", () => {
    expect(changedTexts({ changed: [] }, { lines }, t)).toEqual([])
  })
})

describe("what the policy keeps", () => {
  it("is said with its amount, and only where it is any", () => {
    const fees = { restocking: "2.00", return: "0.00" }
    expect(feeTexts({ fees }, "eur", t)).toEqual([
      "refundRequests.approve.fee.restocking €2.00",
    ])
  })

  it("is nothing without a policy", () => {
    expect(feeTexts({ fees: null }, "eur", t)).toEqual([])
  })
})
