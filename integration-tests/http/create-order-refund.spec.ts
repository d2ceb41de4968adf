import { medusaIntegrationTestRunner } from "@medusajs/test-utils"
import type { AdminOrderRefundsResponse, OrderRefundDTO } from "../../src/types"
import { createAdmin, type AdminHeaders } from "../support/admin"
import { readBooks, stripeRefunds } from "../support/books"
import { createPaidOrder } from "../support/paid-order"
import { startTestStripe, type TestStripe } from "../support/test-stripe"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

/** Three units at 19.99, 10.00 off, 19 % tax on top: 59.4643, so 59.46 paid. */
const SHIRTS = {
  title: "Shirt",
  quantity: 3,
  unit_price: 19.99,
  tax_lines: [{ code: "vat", rate: 19 }],
  adjustments: [{ code: "TEN", amount: 10 }],
}
const SHIPPING = {
  name: "Standard",
  amount: 5,
  tax_lines: [{ code: "vat", rate: 19 }],
}
const PAID = 65.4143

medusaIntegrationTestRunner({
  inApp: true,
  testSuite: ({ api, getContainer }) => {
    describe("POST /admin/orders/:id/refunds", () => {
      let admin: AdminHeaders

      beforeEach(async () => {
        stripe.control.reset()
        admin = await createAdmin(getContainer())
      })

      const order = () =>
        createPaidOrder(
          getContainer(),
          stripe,
          {
            currency_code: "eur",
            items: [SHIRTS],
            shipping_methods: [SHIPPING],
          },
          [{ amount: PAID }]
        )

      const overview = async (id: string) => {
        const { data } = await api.get(`/admin/orders/${id}/refunds`, admin)
        return data as AdminOrderRefundsResponse
      }

      it("refunds one of three discounted, taxed items, and all books agree", async () => {
        const paid = await order()
        const { status, data } = await api.post(
          `/admin/orders/${paid.id}/refunds`,
          { items: [{ item_id: paid.items[0]?.id, quantity: 1 }] },
          admin
        )
        expect(status).toBe(200)
        const refund: OrderRefundDTO = data.order_refund
        expect(refund).toMatchObject({
          status: "succeeded",
          amount: "19.82",
          tax_total: "3.16",
          subtotal: "16.66",
        })
        expect(await readBooks(getContainer(), stripe, paid)).toEqual({
          pending_difference: "0",
          payment_status: "partially_refunded",
          refunded_amount: "19.82",
          refund_rows: "19.82",
          order_transactions: "-19.82",
          credit_lines: "19.82",
          stripe_minor: 1982,
          active_change: false,
        })
        const [atStripe] = stripeRefunds(stripe, paid)
        expect(atStripe?.metadata).toEqual({
          order_id: paid.id,
          order_refund_id: refund.id,
          refund_transaction_id: refund.transactions[0]?.id,
        })
      })
    })
  },
})
