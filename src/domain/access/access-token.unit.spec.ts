import fc from "fast-check"
import { readAccess, signAccess, type AccessGrant } from "./access-token"

const SECRET = "s".repeat(32)
const OTHER = "t".repeat(32)
const now = new Date("2026-12-01T12:00:00Z")
const grant: AccessGrant = {
  order_id: "order_1",
  scope: "read",
  expires_at: new Date("2026-12-31T12:00:00Z"),
  version: 3,
}

describe("a signed link", () => {
  it("says what was signed", () => {
    expect(readAccess(signAccess(grant, SECRET), [SECRET], now)).toEqual(grant)
  })

  it("fits into an address and a header as it is", () => {
    expect(signAccess(grant, SECRET)).toMatch(/^[\w-]+\.[\w-]{43}$/)
  })

  it("is void from the moment at which it ends", () => {
    const token = signAccess(grant, SECRET)
    const before = new Date(grant.expires_at.getTime() - 1)
    expect(readAccess(token, [SECRET], before)).not.toBeNull()
    expect(readAccess(token, [SECRET], grant.expires_at)).toBeNull()
  })

  it("of a former secret is believed while that is in the list", () => {
    const token = signAccess(grant, OTHER)
    expect(readAccess(token, [SECRET], now)).toBeNull()
    expect(readAccess(token, [SECRET, OTHER], now)).toEqual(grant)
  })

  it("with any character changed grants nothing", () => {
    const token = signAccess(grant, SECRET)
    const letters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_."
    fc.assert(
      fc.property(
        fc.nat(token.length - 1),
        fc.constantFrom(...letters),
        (at, letter) => {
          fc.pre(token[at] !== letter)
          const forged = token.slice(0, at) + letter + token.slice(at + 1)
          expect(readAccess(forged, [SECRET], now)).toBeNull()
        }
      )
    )
  })

  it("that is any other text grants nothing, and breaks nothing", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readAccess(text, [SECRET], now)).toBeNull()
      })
    )
  })
})
