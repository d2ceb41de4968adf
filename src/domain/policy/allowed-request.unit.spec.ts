import { orderWith, settingsWith, MONDAY } from "./__fixtures__/policy-case"
import { allowedRequest, type RequestLine } from "./allowed-request"
import { refundOptions } from "./refund-options"

const options = refundOptions(
  settingsWith({
    withdrawal: { excluded: [{ ground: "perishable", tagIds: ["food"] }] },
  }),
  {
    order: orderWith({}, [
      { item_id: "mug", ordered_quantity: 3 },
      { item_id: "plate", parcels: [] },
      { item_id: "bowl", requested_quantity: 1 },
      { item_id: "cake", tag_ids: ["food"] },
    ]),
    now: new Date(MONDAY),
  }
)
const ask = (...lines: RequestLine[]) =>
  allowedRequest(options, lines, "refund")

describe("a request", () => {
  it("is taken where every line may be asked for", () => {
    expect(
      ask({ item_id: "mug", quantity: 3 }, { item_id: "cake", quantity: 1 })
    ).toEqual({ ok: true })
  })

  it("that names no item is refused", () => {
    expect(ask()).toMatchObject({
      ok: false,
      error: { code: "nothing_to_refund", details: {} },
    })
  })

  it.each<[string, number, string, object]>([
    ["pan", 1, "item_not_found", { item_id: "pan" }],
    ["mug", 0, "invalid_quantity", { item_id: "mug" }],
    ["mug", -1, "invalid_quantity", { item_id: "mug" }],
    ["mug", 1.5, "invalid_quantity", { item_id: "mug" }],
    ["mug", NaN, "invalid_quantity", { item_id: "mug" }],
    [
      "mug",
      4,
      "quantity_exceeds_refundable",
      { item_id: "mug", refundable_quantity: 3 },
    ],
    [
      "plate",
      1,
      "request_not_allowed",
      { item_id: "plate", reason: "not_delivered", refundable_quantity: 0 },
    ],
    [
      "bowl",
      1,
      "already_requested",
      { item_id: "bowl", reason: "already_requested", refundable_quantity: 0 },
    ],
  ])("for %s, %d units, is refused: %s", (item_id, quantity, code, details) => {
    const refused = ask({ item_id: "cake", quantity: 1 }, { item_id, quantity })
    expect(refused).toMatchObject({ ok: false, error: { code } })
    expect(!refused.ok && refused.error.details).toEqual(details)
    expect(!refused.ok && refused.error.message).toContain(item_id)
  })

  it("with an item twice is refused, however few units it names", () => {
    const line = { item_id: "mug", quantity: 1 }
    expect(ask(line, { ...line })).toMatchObject({
      error: { code: "duplicate_item", details: { item_id: "mug" } },
    })
  })

  it("says why in words that a customer can read", () => {
    expect(ask({ item_id: "plate", quantity: 1 })).toMatchObject({
      error: { message: "plate: It has not been shipped yet." },
    })
  })

  it("to withdraw is judged by the law: what is not delivered, but no food", () => {
    const withdraw = (item_id: string) =>
      allowedRequest(options, [{ item_id, quantity: 1 }], "withdrawal")
    expect(withdraw("plate")).toEqual({ ok: true })
    expect(withdraw("cake")).toMatchObject({
      error: {
        code: "request_not_allowed",
        details: { reason: "statutory_exception" },
      },
    })
  })
})
