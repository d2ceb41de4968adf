import { tellCustomers } from "../../../src/workers/notices"
import type { Mailbox } from "../../mailbox"
import { useNotifications } from "../../support/plugin-options"
import { startTestMailbox } from "../../support/test-mailbox"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { openEditShop, STOREFRONT, to } from "../edits/support/edit-shop"
import { payByLink } from "../edits/support/pay-by-link"

let stripe: TestStripe
let mailbox: Mailbox
beforeAll(async () => {
  stripe = await startTestStripe()
  mailbox = await startTestMailbox()
})
afterAll(async () => {
  await mailbox.close()
  await stripe.close()
})

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a changed order that is to be paid by a link", () => {
      beforeEach(() => {
        mailbox.empty()
        useNotifications(getContainer(), { notifyByDefault: true, urls: {} })
      })

      const later = () =>
        tellCustomers(getContainer(), () => new Date(Date.now() + 120_000))
      const edited = async () => {
        const shop = await openEditShop(api, getContainer(), stripe)
        const order = await shop.buy()
        const again = (quantity: number) =>
          shop.edits.edit(order.id, to(order, quantity))
        const { data } = await again(4)
        return { order, again, settlement: data.order_edit.settlement }
      }

      it("is told with the amount and the link, once", async () => {
        const { order, settlement } = await edited()
        await later()
        await later()
        expect(mailbox.mails).toHaveLength(1)
        expect(mailbox.mails[0]).toMatchObject({
          subject: expect.stringMatching(
            `^Please pay €${settlement.amount} for the change to order #\\d+$`
          ),
          text: expect.stringContaining(
            `${STOREFRONT}/payment-collection/${settlement.payment_collection_id}?order_id=${order.id}`
          ),
        })
      })

      it("is not told where it was paid within the minute", async () => {
        const { settlement } = await edited()
        await payByLink(
          getContainer(),
          stripe,
          String(settlement.payment_collection_id)
        )
        await later()
        expect(mailbox.mails).toEqual([])
      })

      it("is told once where it was changed twice, with what is owed by then", async () => {
        const { again } = await edited()
        await again(5)
        await later()
        expect(mailbox.mails.map(({ subject }) => subject)).toEqual([
          expect.stringContaining("€47.58"),
        ])
      })

      it("is not told in a store that tells by default nobody", async () => {
        useNotifications(getContainer(), { notifyByDefault: false })
        await edited()
        await later()
        expect(mailbox.mails).toEqual([])
      })

      it("has the link of the options before Medusa's", async () => {
        useNotifications(getContainer(), {
          urls: { payment: "https://pay.example/{payment_collection_id}" },
        })
        const { settlement } = await edited()
        expect(settlement.payment_link).toBe(
          `https://pay.example/${settlement.payment_collection_id}`
        )
      })
    })
  },
})
