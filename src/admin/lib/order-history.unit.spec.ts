import type { OrderEditDTO, OrderReleaseDTO } from "../../types"
import {
  changedLines,
  historyOf,
  signedDifference,
  unfinished,
  waitsForBooks,
} from "./order-history"

type Settlement = OrderEditDTO["settlement"]

const settlement = (over: Partial<Settlement>): Settlement => ({
  kind: "link",
  status: "waiting",
  amount: "12.00",
  order_refund_id: null,
  payment_id: null,
  payment_collection_id: null,
  payment_link: null,
  code: null,
  message: null,
  decline_code: null,
  advice_code: null,
  ...over,
})

const totals = {
  item_total: "0.00",
  shipping_total: "0.00",
  discount_total: "0.00",
  tax_total: "0.00",
  total: "0.00",
}

const edit = (
  id: string,
  minute: number,
  over: Partial<Settlement> = {}
): OrderEditDTO => ({
  id,
  order_id: "order_1",
  currency_code: "eur",
  before: totals,
  after: totals,
  difference: "12.00",
  owed: "-12.00",
  lines: [],
  settlement: settlement(over),
  note: null,
  created_by: null,
  created_at: `2026-11-21T10:0${minute}:00.000Z`,
})

const release = (
  minute: number,
  status: OrderReleaseDTO["status"],
  payments: OrderReleaseDTO["payments"][number]["status"][] = ["succeeded"]
): OrderReleaseDTO => ({
  id: "ordrel_1",
  order_id: "order_1",
  kind: "capture_less",
  status,
  currency_code: "eur",
  authorized: "65.41",
  released: "19.82",
  capture_amount: "45.59",
  lines: [],
  kept_lines: [],
  payments: payments.map((each, index) => ({
    id: `relpay_${index}`,
    payment_id: `pay_${index}`,
    provider_id: "pp_stripe_stripe",
    action: "capture",
    authorized: "65.41",
    released: "19.82",
    capture_amount: "45.59",
    status: each,
    failure_code: null,
    failure_reason: null,
    attempts: 1,
  })),
  note: null,
  created_by: null,
  created_at: `2026-11-21T10:0${minute}:00.000Z`,
  booked_at: null,
})

describe("the history of an order", () => {
  it("has edits and releases in one list, newest first", () => {
    const history = historyOf(
      [edit("later", 3), edit("earlier", 1)],
      [release(2, "succeeded")]
    )
    expect(
      history.map((entry) =>
        entry.kind === "edit" ? entry.edit.id : entry.release.id
      )
    ).toEqual(["later", "ordrel_1", "earlier"])
  })

  it("asks by one link for what several edits left open: by the newest one's", () => {
    const link = { payment_collection_id: "pay_col_1" }
    const asked = (...edits: OrderEditDTO[]) =>
      historyOf(edits, []).map(
        (entry) => entry.kind === "edit" && entry.isAskedLater
      )
    expect(asked(edit("b", 2, link), edit("a", 1, link))).toEqual([false, true])
    expect(
      asked(edit("b", 2, { ...link, status: "settled" }), edit("a", 1, link))
    ).toEqual([false, false])
    expect(
      asked(edit("b", 2, link), edit("a", 1, { ...link, status: "settled" }))
    ).toEqual([false, false])
    expect(asked(edit("b", 2), edit("a", 1))).toEqual([false, false])
  })

  it("is unfinished as long as a job has something to do", () => {
    const processing = edit("a", 1, { status: "processing" })
    const waiting = edit("b", 1)
    const released = release(1, "succeeded")
    const releasing = release(1, "processing")
    expect(
      unfinished({ order_edits: [waiting], order_releases: [released] })
    ).toBe(0)
    expect(
      unfinished({
        order_edits: [waiting, processing],
        order_releases: [released, releasing],
      })
    ).toBe(2)
  })

  it("names the lines whose quantity changed, and the difference with its sign", () => {
    const line = (before: number, after: number) => ({
      item_id: `item_${before}_${after}`,
      variant_id: null,
      title: "Shirt",
      unit_price: "10",
      before: { quantity: before, total: "0.00" },
      after: { quantity: after, total: "0.00" },
    })
    expect(
      changedLines({ lines: [line(3, 2), line(1, 1), line(0, 2)] }).map(
        ({ item_id }) => item_id
      )
    ).toEqual(["item_3_2", "item_0_2"])
    const signed = (difference: string) =>
      signedDifference({ difference, currency_code: "eur" })
    expect(signed("12.00")).toMatch(/^\+/)
    expect(signed("-12.00")).toMatch(/^-/)
    expect(signed("0.00")).not.toMatch(/[+-]/)
  })

  it.each([
    [["succeeded"], true],
    [["succeeded", "undone", "failed"], true],
    [["succeeded", "unknown"], false],
    [["succeeded", "reserved"], false],
    [["failed"], false],
  ] as const)(
    "waits for the order alone once the provider ended every payment: %j",
    (payments, waits) => {
      expect(waitsForBooks(release(1, "processing", [...payments]))).toBe(waits)
      expect(waitsForBooks(release(1, "succeeded", [...payments]))).toBe(false)
    }
  )
})
