import { generateEntityId } from "@medusajs/framework/utils"
import fc from "fast-check"
import { firstIdSince, timeOfId } from "./first-id"

/** As in the specification: https://github.com/ulid/spec */
const ULID = "01ARYZ6S41TSV4RRFFQ69G5FAV"
const AT = new Date(1469918176385)
/** Until the year 2100. */
const moment = fc.date({
  min: new Date(0),
  max: new Date("2100-01-01"),
  noInvalidDate: true,
})

describe("an id of Medusa", () => {
  it("begins with the time in which it was made", () => {
    expect(firstIdSince("pay", AT)).toBe("pay_01ARYZ6S41")
    expect(timeOfId(`pay_${ULID}`)).toEqual(AT)
  })

  it("is not before the first id of its moment, nor after that of a later one", () => {
    const before = new Date(Date.now() - 1)
    const id = generateEntityId(undefined, "pay")
    expect(id > firstIdSince("pay", before)).toBe(true)
    expect(id < firstIdSince("pay", new Date(Date.now() + 1))).toBe(true)
  })

  it("keeps the order of time", () => {
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        const [first, second] = [a, b].map((each) => firstIdSince("pay", each))
        expect(String(first) < String(second)).toBe(a < b)
      })
    )
  })

  it("tells its time to the millisecond", () => {
    fc.assert(
      fc.property(moment, (at) => {
        expect(timeOfId(`${firstIdSince("pay", at)}${"0".repeat(16)}`)).toEqual(
          at
        )
      })
    )
  })

  it.each(["pay_mine", "pay_1", "", `pay_${ULID}x`, `pay_8${ULID.slice(1)}`])(
    "tells no time where somebody else made it: %j",
    (id) => {
      expect(timeOfId(id)).toBeNull()
    }
  )
})
