import { order, payment } from "../__fixtures__/books"
import type { MedusaOrderPayment } from "./medusa-order"
import { orderActions } from "./order-actions"

const paidBy = (...statuses: MedusaOrderPayment["status"][]) =>
  orderActions(
    order({ payments: statuses.map((status) => payment({ status })) })
  )

describe("what can be done with an order", () => {
  it("is a release while money is held and none is taken", () => {
    expect(paidBy("authorized")).toEqual(["release"])
    expect(paidBy("authorized", "captured")).toEqual(["edit"])
    expect(paidBy("captured")).toEqual(["edit"])
  })

  it("is an edit where there is nothing to release: a cancelled payment is nothing", () => {
    expect(paidBy()).toEqual(["edit"])
    expect(paidBy("canceled")).toEqual(["edit"])
    expect(paidBy("canceled", "authorized")).toEqual(["release"])
  })

  it.each([{ canceled: true }, { archived: true }])(
    "is nothing: %o",
    (state) => {
      const payments = [payment({ status: "authorized" })]
      expect(orderActions(order({ payments, ...state }))).toEqual([])
      expect(orderActions(order(state))).toEqual([])
    }
  )
})
