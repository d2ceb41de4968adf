import { sentIntent } from "./sent-intent"

type Body = { items: string[]; preview_hash?: string }

const asked: Body = { items: ["a"] }

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
})
