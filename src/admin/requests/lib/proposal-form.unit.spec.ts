import type { RefundableItem, RefundRequest } from "../../../types"
import { toPlanRequest } from "../../lib/refund-request"
import { approvalBody, approvedRequest } from "./approval-body"
import { proposalForm } from "./proposal-form"

const item = (change: Partial<RefundableItem>): RefundableItem => ({
  item_id: "shirt",
  title: "Trail Shirt",
  refundable_quantity: 3,
  refundable_amount: "59.47",
  refunded_quantity: 0,
  refunded_amount: "0.00",
  cancelable_quantity: 0,
  returnable_quantity: 3,
  ...change,
})

const refunds = {
  items: [item({})],
  shipping: [
    {
      shipping_method_id: "dhl",
      title: "Parcel",
      refundable_amount: "5.83",
      refunded_amount: "0.00",
    },
  ],
}

const again = (request: RefundRequest) =>
  toPlanRequest(proposalForm(request, refunds))

describe("the form of a proposal", () => {
  it.each<RefundRequest>([
    { items: [{ item_id: "shirt", quantity: 2, restock: "return" }] },
    { items: [{ item_id: "shirt", amount: "12.34" }] },
    { items: "all", shipping: "all" },
    {
      items: [{ item_id: "shirt", quantity: 1, restock: "return" }],
      shipping: [{ shipping_method_id: "dhl", amount: "2.50" }],
      adjustment: { amount: "-1.00", description: "Restocking" },
      payments: [{ payment_id: "pay_1", amount: "10.00" }],
    },
    { shipping: [{ shipping_method_id: "dhl" }] },
  ])("asks for what was proposed: %j", (request) => {
    expect(again(request)).toEqual(request)
  })

  it("names all items where all of them, but not all shipping, is proposed", () => {
    expect(again({ items: "all" })).toEqual({
      items: [{ item_id: "shirt", quantity: 3 }],
    })
  })

  it("leaves the goods where they are where nothing else is proposed", () => {
    const unshipped = {
      ...refunds,
      items: [item({ cancelable_quantity: 3, returnable_quantity: 0 })],
    }
    const request = { items: [{ item_id: "shirt", quantity: 1 }] }
    expect(toPlanRequest(proposalForm(request, unshipped))).toEqual(request)
  })

  it("takes goods off the order that were to come back and were never sent", () => {
    const unshipped = {
      ...refunds,
      items: [item({ cancelable_quantity: 3, returnable_quantity: 0 })],
    }
    const form = proposalForm(
      { items: [{ item_id: "shirt", quantity: 2, restock: "return" }] },
      unshipped
    )
    expect(form.items.shirt).toMatchObject({ quantity: 2, restock: "cancel" })
  })
})

describe("the body of an approval", () => {
  const proposal: RefundRequest = {
    items: [{ item_id: "shirt", quantity: 1, restock: "return" }],
    limit_to_payments: true,
  }
  const form = proposalForm(proposal, refunds)
  const request = approvedRequest(form, proposal)

  it("keeps what was proposed and has no field", () => {
    expect(request).toEqual(proposal)
  })

  it("has the place of the goods and the customer's note, where there are any", () => {
    expect(approvalBody(form, request)).toEqual({ request })
    expect(
      approvalBody(
        { ...form, location_id: "sloc_1", customer_note: " Sorry! " },
        request
      )
    ).toEqual({ request, location_id: "sloc_1", note: "Sorry!" })
  })

  it("has no place where no goods come back", () => {
    const kept = proposalForm({ shipping: "all" }, refunds)
    expect(
      approvalBody({ ...kept, location_id: "sloc_1" }, toPlanRequest(kept))
    ).toEqual({ request: { shipping: toPlanRequest(kept).shipping } })
  })
})
