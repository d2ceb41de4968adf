import type { PlannedLine } from "../../types"
import { submitText } from "./submit-text"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const line = (restock: PlannedLine["restock"]): PlannedLine => ({
  kind: "item",
  title: "Shirt",
  quantity: 1,
  unit_amount: "0.00",
  subtotal: "0.00",
  discount_total: "0.00",
  tax_total: "0.00",
  tax_lines: [],
  amount: "0.00",
  restock,
  refundable_quantity: 1,
  refundable_amount: "0.00",
})

const plan = (amount: string, ...restocks: PlannedLine["restock"][]) => ({
  amount,
  currency_code: "eur",
  lines: restocks.map(line),
})

describe("the button of the refund", () => {
  it("names the money wherever money moves", () => {
    expect(submitText(plan("19.82", "cancel"), t)).toMatch(/submit .*19\.82/)
  })

  it.each([
    ["cancel", ["cancel", "none"]],
    ["return", ["return"]],
    ["both", ["return", "cancel"]],
  ] as const)("says that it only moves goods: %s", (key, restocks) => {
    expect(submitText(plan("0.00", ...restocks), t)).toBe(
      `refunds.goods.submit.${key}`
    )
  })

  it("names nothing as long as nothing is planned", () => {
    expect(submitText(undefined, t)).toBe("refunds.drawer.submitEmpty")
  })
})
