import translations from "../../i18n"
import { actionText, actorOf, quoteOf } from "./trail"

const t = (key: string, values?: Record<string, string | number>) =>
  [key, ...Object.values(values ?? {})].join(" ")

describe("the trail of a request", () => {
  it.each([
    "submitted",
    "asked",
    "answered",
    "approved",
    "approval_failed",
    "refund_made",
    "refunded",
    "declined",
    "invalid",
    "canceled",
    "refused",
    "waits_for_goods",
    "goods_arrived",
    "assigned",
  ])("%s has its own words", (action) => {
    expect(actionText({ action }, t)).toBe(`refundRequests.trail.${action}`)
    expect(translations.en.translation.refundRequests.trail).toHaveProperty(
      action
    )
  })

  it("names an action that is newer than its words", () => {
    expect(actionText({ action: "sent_by_pigeon" }, t)).toBe("sent by pigeon")
  })

  it("never takes an action for another text of the trail", () => {
    expect(actionText({ action: "title" }, t)).toBe("title")
  })

  it.each([
    [{ question: "Which one?" }, "Which one?"],
    [{ message: "The left one." }, "The left one."],
    [{ code: "order_canceled", message: "It is canceled." }, "It is canceled."],
    [{ message: null }, null],
    [{ order_id: "order_1" }, null],
    [{ order_id: "order_1", typed: "1O42" }, "refundRequests.order.typed 1O42"],
    [null, null],
  ])("quotes what was said: %j", (details, quote) => {
    expect(quoteOf({ details }, t)).toBe(quote)
  })

  it.each([
    ["user:user_1", { user: "user_1" }],
    ["customer", { text: "customer" }],
    ["policy", { text: "policy" }],
    ["workflow", null],
    ["finish-refund-requests", null],
  ])("%s: who it was", (actor, expected) => {
    expect(actorOf({ actor })).toEqual(expected)
  })
})
