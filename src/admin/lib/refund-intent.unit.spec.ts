import { AdminApiError } from "./admin-api-error"
import { endsIntent, refundIntent } from "./refund-intent"

const oneShirt = { items: [{ item_id: "shirt", quantity: 1 }] }
const twoShirts = { items: [{ item_id: "shirt", quantity: 2 }] }

const plan = (hash: string) => ({ hash, amount: "19.82" })

const refused = (status: number, code: string) =>
  new AdminApiError(status, { type: "conflict", code, message: code })

describe("one intent to refund", () => {
  it("is sent again with the same body and key, even under a new preview", () => {
    const first = refundIntent(null, oneShirt, plan("before"))
    expect(refundIntent(first, { ...oneShirt }, plan("after"))).toBe(first)
    expect(first.body.plan_hash).toBe("before")
  })

  it("becomes another one when the merchant asks for something else", () => {
    const first = refundIntent(null, oneShirt, plan("hash"))
    const second = refundIntent(first, twoShirts, plan("hash"))
    expect(second.idempotencyKey).not.toBe(first.idempotencyKey)
    expect(second.body.items).toEqual([{ item_id: "shirt", quantity: 2 }])
  })

  it.each([
    ["a lost answer", new TypeError("Failed to fetch")],
    ["a broken server", refused(500, "unknown_error")],
    ["a gateway that gave up", refused(504, "unknown_error")],
    ["a first send still under way", refused(409, "refund_in_progress")],
  ])("stays open after %s", (_, error) => {
    expect(endsIntent(error)).toBe(false)
  })

  it.each([
    [402, "provider_declined"],
    [409, "plan_changed"],
    [400, "quantity_exceeds_refundable"],
  ])("ends with the refusal %i %s", (status, code) => {
    expect(endsIntent(refused(status, code))).toBe(true)
  })
})
