import { Modules } from "@medusajs/framework/utils"
import { mailProvider } from "../../mail-provider/mail-provider"
import type { Mailbox } from "../../mailbox"
import { useNotifications } from "../../support/plugin-options"
import { check, codesOf } from "../../support/refund-checks"
import { startTestMailbox } from "../../support/test-mailbox"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
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

const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const REFUNDED = "We have refunded €30.00"

storeTests({
  testSuite: ({ api, getContainer }) => {
    let shop: NoticeShop
    beforeEach(async () => {
      shop = await openNoticeShop(api, getContainer(), stripe, mailbox)
      mailProvider.around(null)
      useNotifications(getContainer(), {
        enabled: true,
        channel: "email",
        notifyByDefault: true,
        waitSeconds: 60,
        templates: {},
        urls: {},
      })
    })

    const refunded = async () => {
      const order = await shop.buy()
      await shop.refundCap(order)
      return order
    }
    const codes = async () => codesOf(await check(getContainer()))

    describe("a message that a provider does not take", () => {
      it("is tried again under another key, and arrives once", async () => {
        const order = await refunded()
        mailbox.refuseWith("Mailbox <customer@example.com> is full")
        await shop.later()
        mailbox.refuseWith(null)
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "waiting", note: expect.stringContaining("is full") },
        ])
        await shop.later(2 * MINUTE)
        expect(shop.subjects()).toEqual([])
        await shop.later(4 * MINUTE)
        await shop.later(HOUR)
        expect(shop.subjects()).toEqual([REFUNDED])
        const [notice] = await shop.notices(order.id)
        expect(notice).toMatchObject({ state: "sent", attempts: 2 })
        expect(await shop.medusasRows()).toEqual([
          {
            status: "failure",
            template: "refund.succeeded",
            key: `refunds:${notice?.key}`,
          },
          {
            status: "success",
            template: "refund.succeeded",
            key: `refunds:${notice?.key}:2`,
          },
        ])
      })

      it("is given up after some days, and the doctor says so without an address", async () => {
        const order = await refunded()
        mailbox.refuseWith("Mailbox <customer@example.com> is full")
        await shop.later()
        for (let day = 1; day < 12; day++) {
          await shop.later(day * DAY)
        }
        const [notice] = await shop.notices(order.id)
        expect(notice).toMatchObject({ state: "failed", attempts: 10 })
        expect(notice?.note).not.toContain("customer@example.com")
        expect(await check(getContainer())).toMatchObject([
          {
            code: "notice_failed",
            order_id: order.id,
            message: expect.stringContaining("refund.succeeded"),
          },
        ])
      })
    })

    describe("a store without a provider for the channel", () => {
      beforeEach(() => useNotifications(getContainer(), { channel: "pigeon" }))

      it("is told so by the doctor, and writes nothing into Medusa's table", async () => {
        await refunded()
        await shop.later()
        expect(await shop.medusasRows()).toEqual([])
        expect(await codes()).toEqual(["notice_provider_missing"])
        useNotifications(getContainer(), { enabled: false })
        expect(await codes()).toEqual([])
      })

      it("tells its customers when it has one", async () => {
        await refunded()
        await shop.later()
        useNotifications(getContainer(), { channel: "email" })
        await shop.later(2 * HOUR)
        expect(shop.subjects()).toEqual([REFUNDED])
      })

      it("does not tell what is three days old by then", async () => {
        const order = await refunded()
        await shop.later()
        await shop.later(4 * DAY)
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "skipped", note: expect.stringContaining("pigeon") },
        ])
      })
    })

    describe("a store's own templates", () => {
      it("are the provider's: their id is sent, with the data and no text", async () => {
        useNotifications(getContainer(), {
          templates: { "refund.succeeded": "d-123" },
        })
        await refunded()
        await shop.later()
        expect(await shop.medusasRows()).toMatchObject([{ template: "d-123" }])
        expect(mailbox.mails).toMatchObject([{ subject: "", html: "" }])
        const [row] = await getContainer()
          .resolve(Modules.NOTIFICATION)
          .listNotifications({ channel: "email" })
        expect(row).toMatchObject({
          resource_type: "order_refund",
          data: {
            amount: "30.00",
            currency_code: "eur",
            locale: "en",
            store_name: "Mug & Co",
            lines: [{ title: "Cap", quantity: 1, amount: "30.00" }],
          },
        })
      })

      it("are written by a function", async () => {
        useNotifications(getContainer(), {
          templates: {
            "refund.succeeded": ({ amount, locale }) => ({
              subject: `${amount} ${locale}`,
              text: "text",
              html: "<p>html</p>",
            }),
          },
        })
        await refunded()
        await shop.later()
        expect(shop.subjects()).toEqual(["30.00 en"])
      })

      it("that are false are not sent", async () => {
        useNotifications(getContainer(), {
          templates: { "refund.succeeded": false },
        })
        const order = await refunded()
        await shop.later()
        expect(shop.subjects()).toEqual([])
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "skipped" },
        ])
      })
    })

    it("a link to the order is where the store says, with the order in its place", async () => {
      useNotifications(getContainer(), {
        urls: { order: "https://shop.example/account/orders/{order_id}" },
      })
      const order = await refunded()
      await shop.later()
      expect(mailbox.mails[0]?.html).toContain(
        `href="https://shop.example/account/orders/${order.id}"`
      )
    })
  },
})
