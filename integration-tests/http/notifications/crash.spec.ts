import type { Mailbox } from "../../mailbox"
import { createRandom } from "../../support/random"
import { useNotifications } from "../../support/plugin-options"
import { startTestMailbox } from "../../support/test-mailbox"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { tellCustomers } from "../../../src/workers/notices"
import { dieAt, MOMENTS, type MomentOfDeath } from "./support/death"
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

const DEATHS = 50
const REFUNDED = "We have refunded €30.00"

/** The mail server has the mail, and nobody lived to write that down. */
const UNKNOWN: MomentOfDeath = "after the mail"

storeTests({
  testSuite: ({ api, getContainer }) => {
    describe("a process that dies while it tells customers", () => {
      let shop: NoticeShop
      beforeEach(async () => {
        shop = await openNoticeShop(api, getContainer(), stripe, mailbox)
        useNotifications(getContainer(), { waitSeconds: 60, templates: {} })
      })

      const refunded = async () => {
        const order = await shop.buy()
        await shop.refundCap(order)
        return order
      }

      /** The job, `after` from now, in a process that does not outlive the moment. */
      const dies = async (moment: MomentOfDeath, after: number) => {
        const process = { isDead: false }
        const { died, restore } = dieAt(getContainer(), moment)
        const run = tellCustomers(getContainer(), () => {
          if (process.isDead) {
            throw new Error("The process is dead.")
          }
          return new Date(Date.now() + after)
        }).catch(() => undefined)
        const hasDied = await Promise.race([
          died.then(() => true),
          run.then(() => false),
        ])
        process.isDead = true
        restore()
        return hasDied
      }

      /** Another process, for as long as it takes. */
      const othersGoOn = async (from: number) => {
        for (const minutes of [0, 6, 16, 32, 48]) {
          await shop.later(from + minutes * MINUTE)
        }
      }

      /** How often each message has come, which a mail program shows once. */
      const copies = () => {
        const counts = new Map<string, number>()
        for (const { message_id } of mailbox.mails) {
          counts.set(message_id, (counts.get(message_id) ?? 0) + 1)
        }
        return [...counts.values()]
      }

      it.each(MOMENTS.filter((moment) => moment !== UNKNOWN))(
        "%s has its mail sent once, by another one",
        async (moment) => {
          const order = await refunded()
          expect(await dies(moment, 2 * MINUTE)).toBe(true)
          await othersGoOn(2 * MINUTE)
          expect(shop.subjects()).toEqual([REFUNDED])
          expect(await shop.notices(order.id)).toMatchObject([
            { state: "sent" },
          ])
        }
      )

      it("between the mail server's answer and Medusa's note of it sends a second copy, with the same id, a quarter of an hour later", async () => {
        const order = await refunded()
        expect(await dies(UNKNOWN, 2 * MINUTE)).toBe(true)
        expect(await shop.medusasRows()).toMatchObject([{ status: "pending" }])
        await shop.later(8 * MINUTE)
        expect(copies()).toEqual([1])
        await othersGoOn(8 * MINUTE)
        expect(copies()).toEqual([2])
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "sent", note: expect.stringContaining("twice") },
        ])
        expect(await shop.medusasRows()).toMatchObject([
          { status: "pending" },
          { status: "success" },
        ])
      })

      it("tells of the refund as it is then, not as it was", async () => {
        const order = await shop.buy()
        const { stripe_refund_id } = await shop.refundCap(order)
        expect(await dies("after lease", 2 * MINUTE)).toBe(true)
        stripe.control.failRefund(stripe_refund_id, "expired_or_canceled_card")
        await shop.delivered()
        await othersGoOn(2 * MINUTE)
        expect(shop.subjects()).toEqual([
          "Your refund of €30.00 did not go through",
        ])
      })

      it("after the mail remembers what it told, also where the refund has moved on", async () => {
        const order = await shop.buy()
        const { stripe_refund_id } = await shop.refundCap(order)
        expect(await dies("before sent", 2 * MINUTE)).toBe(true)
        stripe.control.failRefund(stripe_refund_id, "expired_or_canceled_card")
        await shop.delivered()
        await othersGoOn(2 * MINUTE)
        expect(shop.subjects()).toEqual([
          REFUNDED,
          "Your refund of €30.00 did not go through",
        ])
        expect(mailbox.mails[1]?.text).toMatch(/we\s+told\s+you/)
        expect(await shop.notices(order.id)).toMatchObject([
          { state: "sent", template: "refund.succeeded" },
          { state: "sent", template: "refund.failed" },
        ])
      })

      it(`loses no mail in ${DEATHS} deaths at random moments, and sends none twice that Medusa knows of`, async () => {
        const random = createRandom(13)
        for (let death = 0; death < DEATHS; death++) {
          mailbox.empty()
          await refunded()
          const moments = [random.pick(MOMENTS), random.pick(MOMENTS)]
          // A third of them die again when they go on.
          const plan = random.chance(1 / 3) ? moments : moments.slice(0, 1)
          const dead: MomentOfDeath[] = []
          for (const [index, moment] of plan.entries()) {
            if (await dies(moment, (2 + index * 20) * MINUTE)) {
              dead.push(moment)
            }
          }
          await othersGoOn(42 * MINUTE)
          const lost = dead.filter((moment) => moment === UNKNOWN).length
          const [count = 0, ...others] = copies()
          const told = { death, dead, others }
          expect(told).toEqual({ ...told, others: [] })
          expect([told, count]).toEqual([told, 1 + lost])
        }
      }, 400_000)
    })
  },
})
