import { REFUND_NOTICES_MODULE } from "../../../src/modules/refund-notices"
import { useNotifications } from "../../support/plugin-options"
import { startTestMailbox } from "../../support/test-mailbox"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import type { Mailbox } from "../../mailbox"
import { MINUTE, openNoticeShop, type NoticeShop } from "./support/notice-shop"

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

const DAY = 24 * 60 * MINUTE
const ON_ITS_WAY = "Your refund of €30.00 is on its way"
const REFUNDED = "We have refunded €30.00"
const FAILED = "Your refund of €30.00 did not go through"
const PENDING = "pm_card_pendingRefund"

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a customer is told of a refund by mail", () => {
      let shop: NoticeShop

      beforeEach(async () => {
        shop = await openNoticeShop(api, getContainer(), stripe, mailbox)
        useNotifications(getContainer(), {
          enabled: true,
          notifyByDefault: true,
          waitSeconds: 60,
          templates: {},
          urls: {},
        })
      })

      it("that is on its way, and again when Stripe says that it is paid, each once", async () => {
        const order = await shop.buy({ card: PENDING })
        const { stripe_refund_id } = await shop.refundCap(order, {
          customer_note: "Sorry!",
        })
        await shop.later()
        await shop.later()
        expect(shop.subjects()).toEqual([ON_ITS_WAY])
        stripe.control.settleRefund(stripe_refund_id)
        await shop.delivered()
        await shop.later(4 * MINUTE)
        await shop.later(5 * MINUTE)
        expect(shop.subjects()).toEqual([ON_ITS_WAY, REFUNDED])
        expect(mailbox.mails[1]).toMatchObject({
          from: expect.stringContaining("shop@example.com"),
          to: "customer@example.com",
          text: expect.stringContaining("1 × Cap  €30.00"),
          html: expect.stringContaining("Sorry!"),
        })
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "sent", template: "refund.on-its-way", locale: "en" },
          { state: "sent", template: "refund.succeeded", attempts: 1 },
        ])
      })

      it("only when its state has lasted a minute", async () => {
        await shop.refundCap(await shop.buy())
        await shop.later(0)
        expect(shop.subjects()).toEqual([])
        await shop.later(61_000)
        expect(shop.subjects()).toEqual([REFUNDED])
      })

      it("of which only the end, where it moved on within the minute", async () => {
        const order = await shop.buy({ card: PENDING })
        const { stripe_refund_id } = await shop.refundCap(order)
        await shop.later(0)
        stripe.control.settleRefund(stripe_refund_id)
        await shop.delivered()
        await shop.later()
        expect(shop.subjects()).toEqual([REFUNDED])
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "skipped", note: "The refund has moved on since." },
          { state: "sent" },
        ])
      })

      it("once, however many processes look for news", async () => {
        for (let refund = 0; refund < 3; refund++) {
          await shop.refundCap(await shop.buy())
        }
        await Promise.all(Array.from({ length: 8 }, () => shop.later()))
        expect(shop.subjects()).toEqual([REFUNDED, REFUNDED, REFUNDED])
      })

      it("honestly, where the bank gives it back after it was told to be paid", async () => {
        const order = await shop.buy()
        const { stripe_refund_id } = await shop.refundCap(order)
        await shop.later()
        stripe.control.failRefund(stripe_refund_id, "expired_or_canceled_card")
        await shop.delivered()
        await shop.later(3 * MINUTE)
        expect(shop.subjects()).toEqual([REFUNDED, FAILED])
        expect(mailbox.mails[1]?.text.replace(/\s+/g, " ")).toMatch(
          /On .* we told you that this refund had been paid\. Since then the money has come back to us/
        )
      })

      it("not where Stripe refused it at once: the merchant reads that", async () => {
        const order = await shop.buy()
        stripe.control.addFault({
          method: "POST",
          path: /\/refunds$/,
          effect: "decline",
          error: { status: 402, code: "card_declined", message: "No." },
        })
        await shop.refundCap(order)
        await shop.later()
        expect(shop.subjects()).toEqual([])
      })

      it("not where the merchant said so", async () => {
        const order = await shop.buy()
        await shop.refundCap(order, { notify_customer: false })
        await shop.later()
        expect(shop.subjects()).toEqual([])
        expect(await shop.notices(order.id)).toEqual([])
      })

      it("only where the merchant said so, in a store that wants that", async () => {
        useNotifications(getContainer(), { notifyByDefault: false })
        const order = await shop.buy()
        await shop.refundCap(order)
        await shop.refundCap(order, { notify_customer: true })
        await shop.later()
        expect(shop.subjects()).toEqual([REFUNDED])
      })

      it("that was made in the Stripe Dashboard, if it was made today", async () => {
        const order = await shop.buy()
        stripe.control.refundInDashboard({
          payment_intent: String(order.payments[0]?.payment_intent),
          amount: 1000,
        })
        await shop.delivered()
        await shop.later()
        expect(shop.subjects()).toEqual(["We have refunded €10.00"])
      })

      it("in the language and the habits of the order", async () => {
        const order = await shop.buy({ order: { locale: "de-AT" } as object })
        await shop.refundCap(order)
        await shop.later()
        expect(shop.subjects().map((each) => each.replace(/\s/g, " "))).toEqual(
          ["Wir haben Ihnen € 30,00 erstattet"]
        )
      })

      it("nothing at all where notifications are off", async () => {
        const order = await shop.buy()
        await shop.refundCap(order)
        await shop.later(0)
        useNotifications(getContainer(), { enabled: false })
        await shop.refundCap(order)
        await shop.later()
        expect(shop.subjects()).toEqual([])
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "skipped" },
        ])
      })

      it("nothing where the order has no address", async () => {
        const order = await shop.buy({ order: { email: undefined } })
        await shop.refundCap(order)
        await shop.later()
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "skipped", note: "The order has no e-mail address." },
        ])
      })

      it("that happened while the store was down, up to a week", async () => {
        await shop.refundCap(await shop.buy())
        // A process that runs for long looks an hour back.
        await shop.later(DAY)
        expect(shop.subjects()).toEqual([])
        const notices: object = getContainer().resolve(REFUND_NOTICES_MODULE)
        Object.assign(notices, { startedAt: new Date(Date.now() + DAY) })
        await shop.later(DAY)
        expect(shop.subjects()).toEqual([REFUNDED])
      })
    })
  },
})
