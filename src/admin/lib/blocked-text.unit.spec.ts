import { blockedText } from "./blocked-text"

const t = (key: string) => key
const blocked = (code: string) => ({ code, message: "The server's sentence." })

describe("why a payment cannot be refunded", () => {
  it.each([
    ["payment_provider_missing", "refunds.providerMissing"],
    ["payment_currency_mismatch", "refunds.otherCurrency"],
  ])("%s has words of its own", (code, key) => {
    expect(blockedText(blocked(code), t)).toBe(key)
  })

  it("anything else is left to the server's sentence", () => {
    expect(blockedText(blocked("payment_disputed"), t)).toBeNull()
    expect(blockedText(null, t)).toBeNull()
  })
})
