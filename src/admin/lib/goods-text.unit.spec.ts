import type { OrderRefundLineDTO } from "../../types"
import { goodsOf, goodsText } from "./goods-text"

const t = (key: string, values?: Record<string, string>) =>
  [key.replace("refunds.goods.", ""), ...Object.values(values ?? {})].join(" ")

const item = {
  refundable_quantity: 5,
  cancelable_quantity: 2,
  returnable_quantity: 3,
}

type Restock = "none" | "cancel" | "return"

const textOf = (
  restock: Restock,
  quantity: number,
  more: { isCounted?: boolean; location?: string } = {},
  units = item
) =>
  goodsText(
    { entry: { restock, quantity }, item: units, isCounted: true, ...more },
    t
  )

describe("what will happen to the goods", () => {
  it("says how many of those that were not shipped leave the order", () => {
    expect(textOf("cancel", 1)).toBe("will.cancel 1 2")
  })

  it("says where goods are expected back", () => {
    expect(textOf("return", 1, { location: "Warehouse" })).toBe(
      "will.return Warehouse"
    )
    expect(textOf("return", 1)).toBe("will.return origin")
  })

  it("promises no stock where none is counted", () => {
    const isCounted = false
    expect(textOf("cancel", 1, { isCounted })).toBe("will.cancelUncounted 1 2")
    expect(textOf("return", 1, { isCounted })).toBe(
      "will.returnUncounted origin"
    )
  })

  it("warns that unshipped units that stay are still shipped", () => {
    expect(textOf("none", 2)).toBe("will.shipped")
    expect(textOf("none", 3)).toBe("will.kept")
  })

  it("says how to move more units than either way allows", () => {
    expect(textOf("none", 5)).toBe("will.mixed 2 3")
    const shipped = { ...item, cancelable_quantity: 0 }
    expect(textOf("none", 5, {}, shipped)).toBe("will.kept")
  })
})

describe("what happened to the goods of a refund", () => {
  const done = { status: "succeeded", failed_amount: "0.00" } as const
  const line = (patch: Partial<OrderRefundLineDTO>): OrderRefundLineDTO => ({
    id: "line",
    kind: "item",
    item_id: "item",
    shipping_method_id: null,
    title: "Shirt",
    quantity: 1,
    unit_amount: "19.82",
    subtotal: "16.66",
    discount_total: "0.00",
    tax_total: "3.16",
    tax_lines: [],
    amount: "19.82",
    restock: "cancel",
    refund_reason: null,
    metadata: null,
    ...patch,
  })

  it.each(["cancel", "return", "none"] as const)("is told: %s", (restock) => {
    expect(goodsOf(done, line({ restock }))).toBe(restock)
  })

  it("is nothing for money without units", () => {
    expect(goodsOf(done, line({ quantity: 0 }))).toBeNull()
    expect(goodsOf(done, line({ kind: "shipping" }))).toBeNull()
  })

  it("is nothing when the refund was refused, unless it is still owed", () => {
    const failed = { ...done, status: "failed" as const }
    expect(goodsOf(failed, line({}))).toBeNull()
    expect(goodsOf({ ...failed, failed_amount: "19.82" }, line({}))).toBe(
      "cancel"
    )
  })
})
