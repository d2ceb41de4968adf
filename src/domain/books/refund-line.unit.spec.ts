import { refundLine } from "../__fixtures__/books"
import type { PlannedLine, RefundRequest } from "../plan/plan-types"
import { toRefundLine } from "./refund-line"

const { id: _id, ...line } = refundLine({ restock: "return" })
const { item_id: _item, shipping_method_id: _shipping, ...amounts } = line
const common = {
  ...amounts,
  refundable_quantity: 2,
  refundable_amount: "20.00",
}
const item: PlannedLine = { ...common, kind: "item", item_id: "item_1" }
const shipping: PlannedLine = {
  ...common,
  kind: "shipping",
  shipping_method_id: "ship_1",
}
const adjustment: PlannedLine = { ...common, kind: "adjustment" }

const about = (name: string) => ({
  refund_reason_id: `refr_${name}`,
  metadata: { of: name },
})
const request: RefundRequest = {
  items: [
    { item_id: "item_2", quantity: 1, ...about("other") },
    { item_id: "item_1", quantity: 1, ...about("item") },
  ],
  shipping: [{ shipping_method_id: "ship_1", ...about("shipping") }],
  adjustment: { amount: 10, description: "Late", ...about("adjustment") },
}

describe("a planned line", () => {
  it("is recorded as it is, with null for what it is not about", () => {
    expect(toRefundLine(item, {})).toEqual(line)
    expect(toRefundLine(shipping, {})).toEqual({
      ...line,
      kind: "shipping",
      item_id: null,
      shipping_method_id: "ship_1",
    })
  })

  it.each([
    ["an item", item, about("item")],
    ["a shipping method", shipping, about("shipping")],
    ["goodwill", adjustment, about("adjustment")],
  ])(
    "keeps the reason and metadata that were given for %s",
    (_what, of, own) => {
      expect(toRefundLine(of, request)).toMatchObject(own)
    }
  )

  it.each([
    ["what closes a gap", { ...adjustment, amount: "-2.00" }],
    ["what the order owed", { ...adjustment, kind: "outstanding" as const }],
    ["an item that nobody named", { ...item, item_id: "item_9" }],
  ])("has none for %s", (_what, of) => {
    expect(toRefundLine(of, request)).toMatchObject({
      refund_reason_id: null,
      metadata: null,
    })
  })

  it("has none of its own where all of a kind is refunded", () => {
    for (const planned of [item, shipping]) {
      expect(
        toRefundLine(planned, { items: "all", shipping: "all" })
      ).toMatchObject({ refund_reason_id: null, metadata: null })
    }
  })
})
