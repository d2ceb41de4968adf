import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import { recordings, type Recording } from "../stripe-recorded/recordings"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import { DOORS, inboxSettled, send } from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const EVENTS = recordings().filter(({ kind }) => kind === "event")

type StripeObject = Record<string, unknown> & { id: string; object: string }

const objectOf = ({ body }: Recording): StripeObject =>
  Reflect.get(body.data as object, "object") as StripeObject

/** Ways in which Stripe may send one and the same event. */
const SHAPES: Record<string, (body: Record<string, unknown>) => object> = {
  recorded: (body) => body,
  expanded: ({ data, ...body }) => {
    const { object } = data as { object: StripeObject }
    const expand = (field: string, kind: string) =>
      typeof object[field] === "string"
        ? { [field]: { id: object[field], object: kind } }
        : {}
    return {
      ...body,
      data: {
        object: {
          ...object,
          ...expand("charge", "charge"),
          ...expand("payment_intent", "payment_intent"),
        },
      },
    }
  },
  connected: (body) => ({ ...body, account: "acct_1", context: "acct_1" }),
  turned: (body) => ({ ...body, livemode: !body.livemode }),
}

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
    })

    const inbox = async () => {
      const [events] = await getContainer()
        .resolve<RefundsModuleService>(REFUNDS_MODULE)
        .inbox.listAndCount({}, { take: 100, skip: 0 })
      return events
    }

    /** Makes true at Stripe what the event tells; the id of its object. */
    function happen(event: Recording, order: PaidOrder): string {
      const { object, status, is_charge_refundable } = objectOf(event)
      const [payment] = order.payments
      const charge = String(payment?.charge)
      if (object === "dispute") {
        const { id } = stripe.control.openDispute({
          charge,
          inquiry: Boolean(is_charge_refundable),
        })
        if (status === "lost") {
          stripe.control.loseDispute(id)
        } else if (status === "warning_closed") {
          stripe.control.closeInquiry(id)
        }
        return id
      }
      const refund = stripe.control.refundInDashboard({ charge, amount: 2500 })
      if (status === "failed") {
        stripe.control.failRefund(refund.id)
      }
      return object === "charge" ? charge : refund.id
    }

    /** The recorded event with the ids of an order of this store. */
    function about(
      event: Recording,
      order: PaidOrder,
      id: string
    ): Record<string, unknown> {
      const recorded = objectOf(event)
      const [payment] = order.payments
      const ids: [unknown, unknown][] = [
        [recorded.id, id],
        [recorded.charge, payment?.charge],
        [recorded.payment_intent, payment?.payment_intent],
      ]
      const text = ids.reduce(
        (body, [from, to]) =>
          typeof from === "string" ? body.replaceAll(from, String(to)) : body,
        JSON.stringify(event.body)
      )
      return JSON.parse(text) as Record<string, unknown>
    }

    it.each(
      EVENTS.map((event): [string, unknown, Recording] => [
        event.id,
        event.body.type,
        event,
      ])
    )("%s: %s is understood in every shape", async (id, _type, event) => {
      const order = await createPaidOrder(getContainer(), stripe, BASKET, [
        {
          amount: BASKET_TOTAL,
          legacy: !objectOf(event).payment_intent,
        },
      ])
      const body = about(event, order, happen(event, order))
      const doors = [DOORS.ours, DOORS.medusas]
      const sent = Object.entries(SHAPES).map(([shape, change], index) =>
        send(
          api,
          JSON.stringify(change({ ...body, id: `evt_${id}_${shape}` })),
          {
            door: doors[index % doors.length],
          }
        )
      )
      for (const { status } of await Promise.all(sent)) {
        expect(status).toBe(200)
      }
      await inboxSettled(getContainer(), sent.length)
      for (const each of await inbox()) {
        expect(each).toMatchObject({ status: "processed", attempts: 1 })
      }
      const { order_refunds, payments } = await refunds.overview(order.id)
      const { object, status, is_charge_refundable } = objectOf(event)
      if (object === "dispute") {
        expect(order_refunds).toEqual([])
        expect(payments[0]?.dispute ?? { refundable: true }).toMatchObject({
          refundable: is_charge_refundable,
        })
      } else {
        expect(order_refunds).toMatchObject([
          {
            source: "stripe",
            amount: "25.00",
            status: status === "failed" ? "withdrawn" : "succeeded",
          },
        ])
      }
    })

    it("of payments of other shops are ignored, all of them", async () => {
      for (const { body } of EVENTS) {
        const payload = JSON.stringify({
          ...body,
          id: `${String(body.id)}_${String(body.type)}`,
        })
        expect((await send(api, payload)).status).toBe(200)
      }
      await inboxSettled(getContainer(), EVENTS.length)
      const events = await inbox()
      expect(events).toHaveLength(EVENTS.length)
      for (const event of events) {
        expect(event).toMatchObject({
          status: "ignored",
          reason: "Its payment does not belong to this store.",
          attempts: 1,
        })
      }
    })
  },
})
