import { AdminApiError } from "./admin-api-error"
import {
  isMoneyRefused,
  orderEditErrorText,
  orderEditTarget,
} from "./order-edit-error"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join("|")

const request = {
  items: [{ item_id: "ordli_shirt", quantity: 9 }],
  additions: [{ variant_id: "variant_mug", quantity: 1 }],
}
const lines = [
  { id: "ordli_shirt", variant_id: "variant_shirt" },
  { id: "ordli_sock", variant_id: "variant_sock" },
]

const targetOf = (details: Record<string, unknown>) =>
  orderEditTarget({ details }, request, lines)

const refusal = (
  code: string,
  details?: Record<string, unknown>,
  status = 400
) =>
  new AdminApiError(status, {
    type: "invalid_data",
    code,
    message: "The server's words.",
    ...(details ? { details } : {}),
  })

describe("a refusal of the server", () => {
  it.each([
    [{ item_id: "ordli_shirt" }, { kind: "item", id: "ordli_shirt" }],
    [{ field: "items.0.quantity" }, { kind: "item", id: "ordli_shirt" }],
    [{ field: "additions.0.unit_price" }, { kind: "price", id: "variant_mug" }],
    [
      { field: "additions.0.quantity" },
      { kind: "addition", id: "variant_mug" },
    ],
    [{ variant_id: "variant_mug" }, { kind: "addition", id: "variant_mug" }],
    [{ field: "settle" }, { kind: "money" }],
    [{ field: "payment_method_id" }, { kind: "money" }],
    [{}, null],
  ])("about %j stands at %j", (details, expected) => {
    expect(targetOf(details)).toEqual(expected)
  })

  it("about too little stock stands at the line that asks for more of it", () => {
    expect(targetOf({ variant_id: "variant_shirt" })).toEqual({
      kind: "item",
      id: "ordli_shirt",
    })
    expect(targetOf({ variant_id: "variant_sock" })).toBeNull()
  })

  it("is said in the merchant's language where we know it, else in the server's words", () => {
    const said = (error: Error) =>
      orderEditErrorText(error, { isSent: false }, t)
    expect(said(refusal("insufficient_stock", { available: "2" }))).toBe(
      "refundOrderEdit.error.insufficient_stock|2"
    )
    expect(said(refusal("plan_changed", {}, 409))).toBe(
      "refundOrderEdit.error.plan_changed"
    )
    expect(said(refusal("invalid_request", { field: "items" }))).toBe(
      "refundOrderEdit.error.unchanged"
    )
    expect(said(refusal("payment_disputed"))).toBe("The server's words.")
  })
})

describe("an answer that never came", () => {
  it("says that pressing again is safe, once it was sent", () => {
    const broken = new TypeError("Failed to fetch")
    expect(orderEditErrorText(broken, { isSent: true }, t)).toBe(
      "refundOrderEdit.error.lost"
    )
    expect(orderEditErrorText(broken, { isSent: false }, t)).toBe(
      "refundOrderEdit.error.noPreview"
    )
    expect(
      orderEditErrorText(refusal("unknown_error", {}, 500), { isSent: true }, t)
    ).toBe("refundOrderEdit.error.lost")
  })
})

describe("a way to settle that does not fit any more", () => {
  it("is told from every other refusal", () => {
    expect(
      isMoneyRefused(refusal("invalid_request", { field: "settle" }))
    ).toBe(true)
    expect(isMoneyRefused(refusal("invalid_request", { field: "items" }))).toBe(
      false
    )
    expect(isMoneyRefused(null)).toBe(false)
  })
})
