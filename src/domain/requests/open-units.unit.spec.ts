import fc from "fast-check"
import { takenUnits } from "./open-units"

const units = fc.dictionary(
  fc.constantFrom("mug", "shirt", "cap"),
  fc.nat(20),
  { noNullPrototype: true }
)

describe("units that were asked for already", () => {
  it("are not left for another request", () => {
    const asked = [{ item_id: "mug", quantity: 2 }]
    expect(takenUnits(asked, { mug: 3 }, { mug: 2 })).toEqual({
      item_id: "mug",
      left: 1,
    })
    expect(takenUnits(asked, { mug: 4 }, { mug: 2 })).toBeNull()
  })

  it("an item that is not on the order has none", () => {
    expect(takenUnits([{ item_id: "hat", quantity: 1 }], {}, {})).toEqual({
      item_id: "hat",
      left: 0,
    })
  })

  it("requests that are let in never add up to more than is allowed", () => {
    fc.assert(
      fc.property(units, fc.array(units), (allowed, requests) => {
        const open: Record<string, number> = {}
        for (const request of requests) {
          const asked = Object.entries(request)
            .filter(([, quantity]) => quantity > 0)
            .map(([item_id, quantity]) => ({ item_id, quantity }))
          if (takenUnits(asked, allowed, open)) {
            continue
          }
          for (const { item_id, quantity } of asked) {
            open[item_id] = (open[item_id] ?? 0) + quantity
          }
        }
        for (const [item_id, quantity] of Object.entries(open)) {
          expect(quantity).toBeLessThanOrEqual(allowed[item_id] ?? 0)
        }
      })
    )
  })
})
