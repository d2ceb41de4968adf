import { formKey, newIdempotencyKey } from "./idempotency-key"

describe("the key of a form", () => {
  it("stays the same while the same is sent", () => {
    const keyFor = formKey()
    const first = keyFor({ items: [1] })
    expect(keyFor({ items: [1] })).toBe(first)
  })

  it("is another one for other content, and the former one for the former content", () => {
    const keyFor = formKey()
    const first = keyFor({ items: [1] })
    const second = keyFor({ items: [2] })
    expect(second).not.toBe(first)
    expect(keyFor({ items: [1] })).toBe(first)
  })

  it("is another one in another form", () => {
    expect(formKey()({})).not.toBe(formKey()({}))
  })

  it("can be made where the page is not served by TLS", () => {
    const { randomUUID } = crypto
    Object.defineProperty(crypto, "randomUUID", {
      value: undefined,
      configurable: true,
    })
    try {
      expect(newIdempotencyKey()).toMatch(/^[0-9a-f]{32}$/)
    } finally {
      Object.defineProperty(crypto, "randomUUID", {
        value: randomUUID,
        configurable: true,
      })
    }
  })
})
