import { orderWith } from "./__fixtures__/policy-case"
import {
  withdrawalDueAt,
  withdrawalIncludesShipping,
} from "./withdrawal-duties"

const mugs = (given: object = {}) => ({
  item_id: "mug",
  ordered_quantity: 2,
  ...given,
})
const includesShipping = (items: object[], withdrawn: Record<string, number>) =>
  withdrawalIncludesShipping(
    orderWith({}, items),
    Object.entries(withdrawn).map(([item_id, quantity]) => ({
      item_id,
      quantity,
    }))
  )

describe("a withdrawal takes back what delivery cost", () => {
  it.each<[string, object[], Record<string, number>, boolean]>([
    ["where everything is withdrawn", [mugs()], { mug: 2 }, true],
    ["not where a unit is kept", [mugs()], { mug: 1 }, false],
    [
      "not where another item is kept",
      [mugs(), { item_id: "plate" }],
      { mug: 2 },
      false,
    ],
    [
      "where the rest was refunded before",
      [mugs({ refundable_quantity: 1 })],
      { mug: 1 },
      true,
    ],
    [
      "where all of another item was refunded before",
      [mugs(), { item_id: "plate", refundable_quantity: 0 }],
      { mug: 2 },
      true,
    ],
    [
      "where the rest was withdrawn before, and is not refunded yet",
      [mugs({ requested_quantity: 1, withdrawn_quantity: 1 })],
      { mug: 1 },
      true,
    ],
    [
      "not where the rest is only asked for: the shop may decline it",
      [mugs({ requested_quantity: 1 })],
      { mug: 1 },
      false,
    ],
    [
      "where only a download is kept: it was not delivered",
      [mugs(), { item_id: "song", requires_shipping: false }],
      { mug: 2 },
      true,
    ],
    [
      "not where only a download is withdrawn",
      [
        mugs({ refundable_quantity: 0 }),
        { item_id: "song", requires_shipping: false },
      ],
      { song: 1 },
      false,
    ],
    [
      "where the rest was taken off the order",
      [
        mugs(),
        { item_id: "plate", ordered_quantity: 0, refundable_quantity: 1 },
      ],
      { mug: 2 },
      true,
    ],
    [
      "not where nothing is withdrawn",
      [mugs({ refundable_quantity: 0 })],
      {},
      false,
    ],
  ])("%s", (_title, items, withdrawn, expected) => {
    expect(includesShipping(items, withdrawn)).toBe(expected)
  })
})

describe("the money of a withdrawal", () => {
  it.each([
    ["2026-06-01T10:00:00Z", "UTC", "2026-06-16T00:00:00.000Z"],
    ["2026-06-01T22:30:00Z", "Europe/Berlin", "2026-06-16T22:00:00.000Z"],
    // The 14th day is a Saturday: it is not moved.
    ["2026-05-30T10:00:00Z", "UTC", "2026-06-14T00:00:00.000Z"],
  ])("of %s is late 14 days later, in %s", (received, zone, late) => {
    expect(withdrawalDueAt(new Date(received), zone).toISOString()).toBe(late)
  })

  it("counts days in UTC where no zone is told", () => {
    expect(withdrawalDueAt(new Date("2026-06-01T10:00:00Z"))).toEqual(
      withdrawalDueAt(new Date("2026-06-01T10:00:00Z"), "UTC")
    )
  })
})
