import { NO_ITEM } from "./item-entry"
import { returnLocations } from "./return-locations"

const LOCATIONS = [{ id: "warehouse" }, { id: "outlet" }]

const item = (id: string, ...parts: string[][]) => ({
  id,
  variant: {
    manage_inventory: true,
    inventory_items: parts.map((locations) => ({
      inventory: {
        location_levels: locations.map((location_id) => ({ location_id })),
      },
    })),
  },
})

const listed = (
  items: Parameters<typeof returnLocations>[1],
  returned: string[],
  location_id = ""
) =>
  returnLocations(LOCATIONS, items, {
    location_id,
    items: Object.fromEntries(
      returned.map((id) => [
        id,
        { ...NO_ITEM, quantity: 1, restock: "return" as const },
      ])
    ),
  }).map(({ id }) => id)

const SHIRT = item("shirt", ["warehouse", "outlet"])
const MUG = item("mug", ["warehouse"])

describe("the locations that goods can come back to", () => {
  it("stock every article that comes back", () => {
    expect(listed([SHIRT, MUG], ["shirt"])).toEqual(["warehouse", "outlet"])
    expect(listed([SHIRT, MUG], ["shirt", "mug"])).toEqual(["warehouse"])
  })

  it("stock every part of a bundle", () => {
    expect(listed([item("set", ["outlet"], ["warehouse"])], ["set"])).toEqual(
      []
    )
  })

  it("are all of them for goods that nobody counts", () => {
    const loose = { id: "loose", variant: { manage_inventory: false } }
    const gone = { id: "gone", variant: null }
    expect(listed([loose, gone], ["loose", "gone"])).toHaveLength(2)
  })

  it("keep the one that was chosen before", () => {
    expect(listed([MUG], ["mug"], "outlet")).toEqual(["warehouse", "outlet"])
  })
})
