import { AdminApiError } from "./admin-api-error"
import { endsIntent, sentIntent } from "./sent-intent"

type Body = { items: string[]; preview_hash?: string }

const asked: Body = { items: ["a"] }

const refused = (status: number, code: string) =>
  new AdminApiError(status, { type: "conflict", code, message: code })

describe("what is sent", () => {
  it("carries the preview that the merchant saw", () => {
    const { body } = sentIntent(null, asked, { preview_hash: "h1" })
    expect(body).toEqual({ items: ["a"], preview_hash: "h1" })
  })

  it("stays the very same while its outcome is open, whatever the preview says by now", () => {
    const first = sentIntent<Body>(null, asked, { preview_hash: "h1" })
    const again = sentIntent<Body>(
      first,
      { items: ["a"] },
      { preview_hash: "h2" }
    )
    expect(again).toBe(first)
  })

  it("is another one, with another key, when something else is asked for", () => {
    const first = sentIntent<Body>(null, asked, { preview_hash: "h1" })
    const other = sentIntent<Body>(
      first,
      { items: ["b"] },
      { preview_hash: "h2" }
    )
    expect(other.body).toEqual({ items: ["b"], preview_hash: "h2" })
    expect(other.idempotencyKey).not.toBe(first.idempotencyKey)
  })

  it("remembers what the button said when it was first sent", () => {
    const first = sentIntent<Body>(null, asked, {}, "EUR 5.00")
    expect(sentIntent<Body>(first, asked, {}, "EUR 4.00").said).toBe("EUR 5.00")
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
    [422, "provider_declined"],
    [409, "plan_changed"],
    [400, "quantity_exceeds_refundable"],
  ])("ends with the refusal %i %s", (status, code) => {
    expect(endsIntent(refused(status, code))).toBe(true)
  })
})
