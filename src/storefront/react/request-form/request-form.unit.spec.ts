import type { StoreRefundOption } from "../../../types/refund-request"
import { en } from "../../messages"
import { photoProblem } from "./photo-limits"
import {
  chosenItems,
  EMPTY_DRAFT,
  requestOf,
  resolutionsOf,
} from "./request-draft"

const item = (
  id: string,
  more: Partial<StoreRefundOption> = {}
): StoreRefundOption => ({
  item_id: id,
  title: `Shirt ${id}`,
  variant_title: null,
  thumbnail: null,
  quantity: 3,
  deadline: null,
  resolutions: ["refund"],
  restocking_fee_percent: "0",
  blocked: null,
  withdrawal: { quantity: 3, deadline: null, blocked: null },
  ...more,
})
const items = [item("a"), item("b")]

describe("the request of a form", () => {
  it("has what was chosen, with its reason, in the shop's order", () => {
    const draft = {
      quantities: { b: 1, a: 2 },
      reasons: { a: "reason_1" },
      resolution: "",
      message: "  Too small ",
    }
    expect(requestOf(draft, items, en)).toEqual({
      kind: "refund",
      items: [
        { item_id: "a", quantity: 2, refund_reason_id: "reason_1" },
        { item_id: "b", quantity: 1 },
      ],
      resolution: "refund",
      message: "Too small",
      locale: "en",
    })
  })

  it("leaves out what was not filled in", () => {
    const draft = { ...EMPTY_DRAFT, quantities: { a: 1 }, message: "  " }
    expect(requestOf(draft, items, en)).not.toHaveProperty("message")
  })

  it("needs an item", () => {
    expect(() => requestOf(EMPTY_DRAFT, items, en)).toThrow(en.form.chooseItems)
    expect(() => chosenItems({ a: 0 }, items, en)).toThrow(en.form.chooseItems)
  })

  it("has no more of an item than may be asked for", () => {
    expect(() => chosenItems({ a: 4 }, items, en)).toThrow(
      "You can ask for at most 3 of Shirt a."
    )
  })

  it("does not hold items that are not the order's", () => {
    expect(() => chosenItems({ z: 1 }, items, en)).toThrow(en.form.chooseItems)
  })

  it("offers each resolution once, and none of an item that is blocked", () => {
    const blocked = { code: "final_sale", text: "Final sale." }
    expect(
      resolutionsOf([
        item("a", { resolutions: ["refund", "exchange"] }),
        item("b"),
        item("c", { resolutions: ["store_credit"], blocked }),
      ])
    ).toEqual(["refund", "exchange"])
  })
})

describe("photos", () => {
  const limits = { count: 2, bytes: 100 }
  const photo = (size: number, type = "image/png") => ({ size, type })

  it.each([
    ["as many as the shop takes", [photo(100), photo(1)], null],
    ["none", [], null],
    ["a file whose type the browser does not know", [photo(1, "")], null],
    ["too many", [photo(1), photo(1), photo(1)], en.form.tooManyPhotos],
    ["one that is too large", [photo(101)], en.form.photoTooLarge],
    ["a file that is no picture", [photo(1, "text/plain")], en.form.notAPhoto],
  ])("are looked at before they are sent: %s", (_what, photos, problem) => {
    expect(photoProblem(photos, limits, en)).toBe(problem)
  })
})
