import { classifyGoods, type GoodsObservation } from "./classify-goods"

const books = {
  refund_rows: "20",
  refunded_amount: "20",
  order_transactions: "-20",
  credit_lines: "0",
  pending_difference: "0",
  payment_status: "partially_refunded",
}
const untouched = {
  ...books,
  refund_rows: "0",
  refunded_amount: "0",
  order_transactions: "0",
  payment_status: "captured",
}
const goods = {
  quantity: 1,
  shipped: 0,
  returning: 0,
  reserved: 1,
  returns: 0,
  open_changes: 0,
  canceled: false,
  captured: "40",
}

const cancelled: GoodsObservation = {
  call: "cancel units",
  taken: 4000,
  given: [2000],
  voided: false,
  says: "paid",
  books,
  goods,
  records: [],
}
const returned: GoodsObservation = {
  ...cancelled,
  call: "return units",
  goods: {
    ...goods,
    quantity: 2,
    shipped: 2,
    returning: 1,
    reserved: 0,
    returns: 1,
  },
}
const charged: GoodsObservation = {
  ...cancelled,
  call: "edit up",
  taken: 6000,
  given: [],
  books: untouched,
  goods: { ...goods, quantity: 3, reserved: 3, captured: "60" },
}
const released: GoodsObservation = {
  ...cancelled,
  call: "release part",
  taken: 2000,
  given: [],
  books: untouched,
  goods: { ...goods, captured: "20" },
}

const whole = { ...goods, quantity: 2, reserved: 0, canceled: true }
const voided: GoodsObservation = {
  ...cancelled,
  call: "release all",
  taken: 0,
  given: [],
  voided: true,
  books: {
    ...untouched,
    pending_difference: "40",
    payment_status: "canceled",
  },
  goods: { ...whole, captured: "0" },
}
const undone: GoodsObservation = {
  ...cancelled,
  call: "cancel order",
  given: [4000],
  books: {
    ...books,
    refund_rows: "40",
    refunded_amount: "40",
    order_transactions: "-40",
    credit_lines: "40",
    payment_status: "refunded",
  },
  goods: whole,
}

const right = { lost: false, doubled: false, wrong: [] }

describe("the verdict of a cell that moves goods", () => {
  it.each([
    ["a refund of units that left the order", cancelled],
    ["a refund of units that come back", returned],
    ["an edit to less", { ...cancelled, call: "edit down" as const }],
    ["an edit to more that was charged", charged],
    ["a release of a part", released],
    ["a release of everything", voided],
    ["a cancelled order that was paid", undone],
  ])("is right for %s", (_, seen) => {
    expect(classifyGoods(seen)).toEqual(right)
  })

  it("is right where Stripe refused and nothing happened", () => {
    const nothing = { ...goods, quantity: 2, reserved: 2 }
    expect(
      classifyGoods({
        ...cancelled,
        given: [],
        says: "refused",
        books: untouched,
        goods: nothing,
      })
    ).toEqual(right)
  })

  it("is right where Stripe refused what the order owes by now", () => {
    expect(
      classifyGoods({
        ...cancelled,
        given: [],
        says: "refused",
        books: { ...untouched, pending_difference: "-20" },
      })
    ).toEqual(right)
  })

  it("is right where the card was refused and the customer owes", () => {
    expect(
      classifyGoods({
        ...charged,
        taken: 4000,
        says: "refused",
        books: {
          ...untouched,
          pending_difference: "20",
          payment_status: "partially_captured",
        },
        goods: { ...charged.goods, captured: "40" },
      })
    ).toEqual(right)
  })

  it("is right where the capture was refused and the money is still held", () => {
    expect(
      classifyGoods({
        ...released,
        taken: 0,
        says: "refused",
        books: {
          ...untouched,
          pending_difference: "40",
          payment_status: "authorized",
        },
        goods: { ...goods, quantity: 2, reserved: 2, captured: "0" },
      })
    ).toEqual(right)
  })

  it.each(["paid", "open"] as const)(
    "is lost for no money that the store calls %s",
    (says) => {
      expect(classifyGoods({ ...charged, taken: 4000, says })).toMatchObject({
        lost: true,
      })
    }
  )

  it.each([
    ["two refunds", { ...cancelled, given: [2000, 2000] }],
    ["two units that left", { ...cancelled, goods: { ...goods, quantity: 0 } }],
    ["two charges", { ...charged, taken: 8000 }],
    [
      "two units that came",
      { ...charged, goods: { ...charged.goods, quantity: 4 } },
    ],
    ["a capture of everything", { ...released, taken: 4000 }],
  ])("is doubled for %s", (_, seen) => {
    expect(classifyGoods(seen)).toMatchObject({ doubled: true })
  })

  it.each([
    [
      "stock that is still reserved",
      { ...cancelled, goods: { ...goods, reserved: 2 } },
      "reserved: 2, not 1",
    ],
    [
      "a second return",
      { ...returned, goods: { ...returned.goods, returns: 2 } },
      "returns: 2, not 1",
    ],
    [
      "a change that nobody closed",
      { ...cancelled, goods: { ...goods, open_changes: 1 } },
      "open changes: 1, not 0",
    ],
    [
      "a credit line beside the units",
      { ...cancelled, books: { ...books, credit_lines: "20" } },
      "credit_lines 20 is not 0",
    ],
    [
      "a second entry of what was taken",
      { ...released, goods: { ...released.goods, captured: "40" } },
      "captured 40 is not 20",
    ],
    [
      "money for units that are still there",
      {
        ...cancelled,
        books: { ...books, pending_difference: "20" },
        goods: { ...goods, quantity: 2, reserved: 2 },
      },
      "the money moved, and 2 units are left",
    ],
    [
      "money that the store knows nothing of",
      { ...cancelled, says: "refused" as const },
      "the store says refused, and the money moved: true",
    ],
  ])("is wrong for %s", (_, seen, wrong) => {
    expect(classifyGoods(seen).wrong).toEqual([wrong])
  })
})
