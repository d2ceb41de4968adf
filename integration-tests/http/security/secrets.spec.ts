import { setTimeout as wait } from "node:timers/promises"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import processStripeEventsJob from "../../../src/jobs/process-stripe-events"
import { REFUNDS_MODULE } from "../../../src/modules/refunds"
import type { RefundsModuleService } from "../../../src/modules/refunds/service"
import type { OrderRefundDTO } from "../../../src/types"
import { startReconciliation } from "../../../src/workers/reconciliation"
import { anHourLater } from "../../support/an-hour-later"
import { createCustomer } from "../../support/customer"
import { createPaidOrder, type PaidOrder } from "../../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../../support/recipes"
import { refundsApi, type RefundsApi } from "../../support/refunds-api"
import { eventsOf, inboxSettled, send } from "../../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../../support/test-stripe"
import { storeTests } from "../../support/store-tests"
import { call } from "./support/call"
import { storefrontHeaders } from "./support/callers"
import { listenTo } from "./support/listen"
import { ourRows } from "./support/our-tables"

/** The emulator takes every key that begins like this. */
const KEY = "sk_test_emulator_TopSecretKeyOfTheAccount"
const SIGNING = ["whsec_TopSecretNewSigning", "whsec_TopSecretOldSigning"]
/** As Stripe repeats a key that it does not know. */
const MASKED = "Invalid API Key provided: sk_test_********ount"

const PERSON = {
  email: "grace.secretive@example.com",
  first_name: "Gracesecret",
  last_name: "Hopperesque",
  address_1: "42 Hidden Lane",
  phone: "+4915112345678",
}
const CARD = [
  "4242424242424242",
  "pm_card_visa",
  "fingerprint",
  "client_secret",
]

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let answers: string[]

    const store = () =>
      getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)

    beforeEach(async () => {
      answers = []
      stripe.control.reset()
      // A new object: the client of the old one knows the old key.
      const { options } = store()
      const { stripe: known } = options
      if (!known) {
        throw new Error("The store of the tests has Stripe.")
      }
      Object.assign(options, {
        stripe: { ...known, apiKey: KEY, webhookSecret: SIGNING },
      })
      refunds = await refundsApi(api, getContainer())
    })

    const { email, ...address } = PERSON
    const pay = (customer_id: string, payment_method = "pm_card_visa") =>
      createPaidOrder(
        getContainer(),
        stripe,
        {
          ...BASKET,
          email,
          customer_id,
          shipping_address: address,
          billing_address: address,
        },
        [{ amount: BASKET_TOTAL, payment_method }]
      )
    const answered = <Reply extends { status: number; data: unknown }>(
      reply: Reply
    ): Reply => {
      answers.push(JSON.stringify(reply.data))
      return reply
    }
    const refund = async (order: PaidOrder, key?: string) =>
      answered(
        await refunds.create(
          order.id,
          { items: [{ item_id: order.items[0]?.id, quantity: 1 }] },
          key
        )
      )
    const onRefunds = { method: "POST", path: "/v1/refunds" } as const
    type Fault = Parameters<TestStripe["control"]["addFault"]>[0]
    const during = async (fault: Fault, act: () => Promise<unknown>) => {
      stripe.control.addFault({ times: 9, ...fault })
      await act()
      stripe.control.clearFaults()
    }
    const refusal = (status: number, message: string): Fault => ({
      path: /^\/v1\//,
      effect: "decline",
      error: { status, message },
    })
    /** Every event once, while Stripe cannot be asked what it means. */
    const deliverInVain = async () => {
      for (const event of eventsOf(stripe)) {
        const payload = JSON.stringify(event)
        const { status } = await send(api, payload, { secret: SIGNING[1] })
        expect(status).toBe(200)
      }
      for (let attempt = 0; !(await hasFailedEvents()); attempt++) {
        expect(attempt).toBeLessThan(200)
        await wait(50)
      }
    }
    const hasFailedEvents = async () =>
      JSON.stringify(await ourRows(getContainer())).includes(
        `"reason":"${MASKED}`
      )
    const workOff = async () => {
      const database = getContainer().resolve(
        ContainerRegistrationKeys.PG_CONNECTION
      )
      await database("refunds_stripe_event").update({
        next_attempt_at: new Date(),
      })
      await processStripeEventsJob(getContainer())
      await inboxSettled(getContainer())
    }
    const job = () => anHourLater(getContainer())

    /** Everything that goes well, and most of what goes wrong. */
    const live = async () => {
      const customer = await createCustomer(getContainer(), email)
      const order = await pay(customer.id)
      const lost = await pay(customer.id)
      const late = await pay(customer.id, "pm_card_pendingRefund")
      const wrongKey = refusal(401, MASKED)
      await refund(order, "key-1")
      await refund(order, "key-1")
      for (const fault of [
        refusal(400, "Declined."),
        refusal(403, "The provided key 'rk_test_****' has no permission."),
        wrongKey,
      ]) {
        await during(fault, () => refund(order))
      }
      await during({ ...onRefunds, effect: "timeout_after_accept" }, () =>
        refund(lost)
      )
      await during(wrongKey, job)
      await job()
      const { data } = await refund(late)
      stripe.control.failRefund(atStripe(data.order_refund))
      stripe.control.refundInDashboard({
        payment_intent: String(order.payments[0]?.payment_intent),
        amount: 100,
      })
      await send(api, JSON.stringify({ id: "evt_x" }), { secret: "whsec_no" })
      await during(wrongKey, deliverInVain)
      await workOff()
      await act(data.order_refund, "retry")
      await during(wrongKey, reconcile)
      await reconcile()
      await lookAround([order, lost, late])
      const headers = await storefrontHeaders(getContainer(), customer)
      const path = "/store/orders/:id/refunds"
      for (const { id } of [order, lost, late]) {
        answered(await call(api, { method: "GET", path }, { id, headers }))
      }
    }
    const atStripe = ({ transactions }: OrderRefundDTO) =>
      String(transactions[0]?.stripe_refund_id)
    const act = async ({ id }: OrderRefundDTO, action: string) =>
      answered(await refunds.post(`/admin/order-refunds/${id}/${action}`, {}))
    const reconcile = async () => {
      const { done } = await startReconciliation(getContainer(), {
        trigger: "manual",
        started_by: null,
      })
      await done
    }
    const lookAround = async (orders: PaidOrder[]) => {
      for (const path of [
        "order-refunds",
        "stripe-events",
        "refund-reconciliations",
        ...orders.map(({ id }) => `orders/${id}/refunds`),
      ]) {
        const { status } = answered(await refunds.get(`/admin/${path}`))
        expect(status).toBe(200)
      }
      const { data } = await refunds.get<{ order_refunds: OrderRefundDTO[] }>(
        "/admin/order-refunds"
      )
      for (const { id } of data.order_refunds) {
        answered(await refunds.get(`/admin/order-refunds/${id}`))
      }
    }

    /** Which of these words are said somewhere. */
    const saidIn = (text: string, words: readonly string[]) =>
      words.filter((word) => text.includes(word))

    it("no secret, no card and no person is in a log, an answer or a record", async () => {
      const listener = listenTo(getContainer())
      try {
        await live()
      } finally {
        listener.stop()
      }
      const logs = listener.heard.join("\n")
      const records = JSON.stringify(await ourRows(getContainer()))
      // The listener hears, the answers are those of refunds, the rows are there.
      expect(logs).toContain("no webhook secret of this store signed it")
      expect(answers.join()).toContain("provider_declined")
      expect(records).toContain("gateway_accepted")

      const people = [...Object.values(PERSON)]
      const never = [KEY, ...SIGNING, "TopSecret", ...CARD]
      expect(saidIn(logs, [...never, ...people])).toEqual([])
      expect(saidIn(answers.join(), [...never, ...people])).toEqual([])
      expect(saidIn(records, [...never, ...people])).toEqual([])
    })
  },
})
