import Stripe from "stripe"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import processStripeEventsJob from "../../src/jobs/process-stripe-events"
import { REFUNDS_MODULE } from "../../src/modules/refunds"
import type { RefundsModuleService } from "../../src/modules/refunds/service"
import type { StripeEventRecord } from "../../src/modules/refunds/types"
import type {
  AdminStripeEventListResponse,
  StripeEventDTO,
} from "../../src/types"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import { refundsApi, type RefundsApi } from "../support/refunds-api"
import {
  DOORS,
  eventsOf,
  inboxSettled,
  send,
  thinOf,
} from "../support/stripe-webhooks"
import { startTestStripe, type TestStripe } from "../support/test-stripe"
import { until } from "../support/until"
import { storeTests } from "../support/store-tests"

let stripe: TestStripe
beforeAll(async () => {
  stripe = await startTestStripe()
})
afterAll(() => stripe.close())

const TEN_MINUTES = 600
const LEASE_MS = 120_000
const HOUR_MS = 3_600_000
const MB = 1024 * 1024
const secondsAgo = (seconds: number) => Math.floor(Date.now() / 1000) - seconds
const signatureOf = (payload: string): string =>
  Stripe.webhooks.generateTestHeaderString({
    payload,
    secret: "whsec_emulator",
  })
const signedAs = (signature: string) => ({
  headers: { "stripe-signature": signature },
})

storeTests({
  testSuite: ({ api, getContainer }) => {
    let refunds: RefundsApi
    let order: PaidOrder

    beforeEach(async () => {
      stripe.control.reset()
      refunds = await refundsApi(api, getContainer())
      order = await createPaidOrder(getContainer(), stripe, BASKET, [
        { amount: BASKET_TOTAL },
      ])
    })

    const service = () =>
      getContainer().resolve<RefundsModuleService>(REFUNDS_MODULE)
    const inbox = async (filters = {}): Promise<StripeEventRecord[]> => {
      const [events] = await service().inbox.listAndCount(filters, {
        take: 100,
        skip: 0,
      })
      return events
    }
    const stored = async (id: string) => (await inbox({ id }))[0]
    const runJob = () => processStripeEventsJob(getContainer())
    const intent = () => String(order.payments[0]?.payment_intent)
    /** A colleague refunds 25.00 in the Dashboard; the event that tells of it. */
    const refundInDashboard = (): Stripe.Event => {
      const { id } = stripe.control.refundInDashboard({
        payment_intent: intent(),
        amount: 2500,
      })
      const event = eventsOf(stripe).find(
        ({ type, data }) =>
          type === "refund.created" && Reflect.get(data.object, "id") === id
      )
      if (!event) {
        throw new Error(`There is no event about ${id}.`)
      }
      return event
    }
    const deliver = (event: object, delivery = {}) =>
      send(api, JSON.stringify(event), delivery)

    const history = async () => (await refunds.overview(order.id)).order_refunds
    const expectOneImport = async () =>
      expect(await history()).toMatchObject([
        { source: "stripe", amount: "25.00", status: "succeeded" },
      ])

    /** An event of the inbox, as soon as it is as wanted. */
    async function storedAs(
      id: string,
      isWanted: (event: StripeEventRecord) => boolean
    ): Promise<StripeEventRecord> {
      const wanted: StripeEventRecord[] = []
      await until(`${id} as wanted`, async () => {
        const event = await stored(id)
        return Boolean(event && isWanted(event) && wanted.push(event))
      })
      return wanted[0] as StripeEventRecord
    }

    /** The moment of an event has come, or the lease of its worker is over. */
    const setDue = (id: string, at = new Date(0)) =>
      getContainer()
        .resolve(ContainerRegistrationKeys.PG_CONNECTION)(
          "refunds_stripe_event"
        )
        .where({ id })
        .update({ next_attempt_at: at })

    /** As the route does, but nobody is told that there is something to do. */
    const leaveInInbox = ({ id, type, api_version }: Stripe.Event) =>
      service().inbox.receive(
        {
          id,
          type,
          status: "received",
          api_version,
          object_id: null,
          payment_intent: intent(),
          charge: null,
          request_key: null,
          reason: null,
        },
        new Date()
      )

    /** Nothing is kept, and nothing of the store's inside is told. */
    const expectRefused = async (
      answer: { status: number; data: unknown },
      status: number
    ) => {
      expect(answer.status).toBe(status)
      const text = JSON.stringify(answer.data)
      expect(text).not.toMatch(/\bat .*:\d+|node_modules|\.[jt]s\b|"stack"/)
      expect(text.length).toBeLessThan(300)
      expect(await inbox()).toEqual([])
      expect(await history()).toEqual([])
    }

    describe("a delivery that Stripe did not sign", () => {
      it.each([
        ["signed with another secret", { secret: "whsec_stranger" }],
        ["signed ten minutes ago", { timestamp: secondsAgo(TEN_MINUTES) }],
        ["signed with nonsense", signedAs("t=,v1=")],
        ["not signed at all", signedAs("")],
      ])("leaves nothing behind: %s", async (_how, delivery) => {
        const answer = await deliver(refundInDashboard(), delivery)
        await expectRefused(answer, 400)
      })

      it("leaves nothing behind: without a header", async () => {
        const answer = await api.post(DOORS.ours, refundInDashboard(), {
          validateStatus: () => true,
        })
        await expectRefused(answer, 400)
      })

      it("leaves nothing behind: changed on its way", async () => {
        const payload = JSON.stringify(refundInDashboard())
        const answer = await send(
          api,
          payload.replace("2500", "9900"),
          signedAs(signatureOf(payload))
        )
        await expectRefused(answer, 400)
      })
    })

    describe("a delivery that is no event", () => {
      it.each([
        ["signed, but not JSON", "{", "application/json"],
        ["signed, but a text", "refund re_1", "text/plain"],
        ["signed, but of bytes", "refund re_1", "application/octet-stream"],
        ["signed, but a list", "[1, 2]", "application/json"],
        ["signed, but without an id", '{"type":"x"}', "application/json"],
        ["signed, but empty", "", "application/json"],
      ])("is refused: %s", async (_what, payload, type) => {
        const headers = { "content-type": type }
        await expectRefused(await send(api, payload, { headers }), 400)
      })

      it("is refused: neither signed nor JSON", async () => {
        await expectRefused(await send(api, "re_1", signedAs("")), 400)
      })

      it("is refused when it is larger than any event", async () => {
        const event = { ...refundInDashboard(), padding: "x".repeat(10 * MB) }
        await expectRefused(await deliver(event), 413)
      })
    })

    describe("a delivery that Stripe signed", () => {
      it("is answered, and its refund imported", async () => {
        const event = refundInDashboard()
        const answer = await deliver(event)
        expect(answer).toMatchObject({ status: 200, data: { received: true } })
        await inboxSettled(getContainer(), 1)
        expect(await inbox()).toMatchObject([
          { id: event.id, status: "processed", reason: null, attempts: 1 },
        ])
        await expectOneImport()
      })

      it("five times is one event and one import", async () => {
        const event = refundInDashboard()
        const first = await Promise.all([deliver(event), deliver(event)])
        await inboxSettled(getContainer(), 1)
        const later = [
          await deliver(event),
          await deliver(event),
          await deliver(event),
        ]
        expect([...first, ...later].map(({ status }) => status)).toEqual([
          200, 200, 200, 200, 200,
        ])
        await inboxSettled(getContainer(), 1)
        expect(await inbox()).toMatchObject([
          { id: event.id, status: "processed", attempts: 1 },
        ])
        await expectOneImport()
      })

      it("that says what the records say ends at once, and Stripe is not asked", async () => {
        const event = refundInDashboard()
        await deliver(event)
        await inboxSettled(getContainer(), 1)
        const echo = stripe.control.duplicateEvent(event.id)
        const object = await stripe.client.refunds.retrieve(
          String(Reflect.get(event.data.object, "id"))
        )
        const asked = stripe.control.requests().length
        await deliver({ ...echo, data: { object } })
        await inboxSettled(getContainer(), 2)
        expect(stripe.control.requests()).toHaveLength(asked)
        expect(await inbox()).toContainEqual(
          expect.objectContaining({
            id: echo.id,
            status: "processed",
            reason: "It says what our records say.",
            attempts: 0,
            processed_at: expect.any(String),
          })
        )
        await expectOneImport()
      })

      it.each(["2024-04-10", null])(
        "in version %s is read from Stripe, since it may leave out what the records lack",
        async (api_version) => {
          const event = refundInDashboard()
          await deliver(event)
          await inboxSettled(getContainer(), 1)
          const echo = stripe.control.duplicateEvent(event.id)
          const asked = stripe.control.requests().length
          await deliver({ ...echo, api_version })
          await inboxSettled(getContainer(), 2)
          expect(stripe.control.requests().length).toBeGreaterThan(asked)
          await expectOneImport()
        }
      )

      it("twice as two events about one change is one import", async () => {
        const event = refundInDashboard()
        const twin = stripe.control.duplicateEvent(event.id)
        await Promise.all([deliver(event), deliver(twin)])
        await inboxSettled(getContainer(), 2)
        expect(await inbox()).toMatchObject([
          { status: "processed" },
          { status: "processed" },
        ])
        await expectOneImport()
      })

      it("is imported also when its endpoint has an old API version", async () => {
        refundInDashboard()
        const answer = await deliver({
          id: "evt_old",
          object: "event",
          type: "charge.refunded",
          api_version: "2024-04-10",
          request: null,
          data: {
            object: {
              id: order.payments[0]?.charge,
              object: "charge",
              payment_intent: intent(),
              amount_refunded: 1,
            },
          },
        })
        expect(answer.status).toBe(200)
        await inboxSettled(getContainer(), 1)
        expect(await stored("evt_old")).toMatchObject({
          status: "processed",
          api_version: "2024-04-10",
        })
        await expectOneImport()
      })

      it("is recorded, and nothing else, when its type is not ours", async () => {
        const answer = await deliver({
          ...refundInDashboard(),
          type: "invoice.finalized",
        })
        expect(answer.status).toBe(200)
        expect(await inbox()).toMatchObject([
          {
            type: "invoice.finalized",
            status: "ignored",
            reason: "This type of event does not concern refunds.",
            attempts: 0,
          },
        ])
        await runJob()
        expect(await history()).toEqual([])
      })
    })

    describe("a thin event", () => {
      const reads = (path: RegExp) =>
        stripe.control
          .requests()
          .filter((each) => each.method === "GET" && path.test(each.path))
          .length
      const LISTS = /^\/v1\/refunds$/
      const ANY = /^\/v1\//
      /** The four that Stripe sends for one refund, in the order of that. */
      const fourEvents = (created: Stripe.Event): Stripe.Event[] => {
        const refund = created.data.object
        const charge = {
          id: order.payments[0]?.charge,
          object: "charge",
          payment_intent: intent(),
        }
        return [
          ["refund.created", refund],
          ["charge.refunded", charge],
          ["refund.updated", refund],
          ["charge.refund.updated", refund],
        ].map(
          ([type, object]) =>
            ({
              ...created,
              id: `${created.id}_${type}`,
              type,
              data: { object },
            }) as Stripe.Event
        )
      }

      it.each(["refund.created", "charge.refunded", "charge.refund.updated"])(
        "is imported: v1.%s",
        async (type) => {
          const event = fourEvents(refundInDashboard()).find(
            (each) => each.type === type
          )
          const thin = thinOf(event as Stripe.Event)
          expect((await deliver(thin)).status).toBe(200)
          await inboxSettled(getContainer(), 1)
          expect(await inbox()).toMatchObject([
            { type, status: "processed", api_version: null, attempts: 1 },
          ])
          await expectOneImport()
        }
      )

      it.each([
        ["refund.created", "refund", "re_of_another_account"],
        ["charge.refunded", "charge", "ch_of_another_account"],
        ["charge.dispute.created", "dispute", "du_of_another_account"],
      ])(
        "about an object that this key cannot see is ignored at once: v1.%s",
        async (type, object, id) => {
          const event = refundInDashboard()
          stripe.control.clearRequests()
          await deliver(
            thinOf({
              ...event,
              type,
              data: { object: { id, object } },
            } as Stripe.Event)
          )
          await inboxSettled(getContainer(), 1)
          expect(await inbox()).toMatchObject([
            {
              type,
              status: "ignored",
              attempts: 1,
              reason: expect.stringContaining(id),
            },
          ])
          expect(reads(ANY)).toBe(1)
          expect(await history()).toEqual([])
        }
      )

      it("tells the key of the request that caused it", async () => {
        const event = refundInDashboard()
        const id = String(Reflect.get(event.data.object, "id"))
        await deliver(
          thinOf({
            ...event,
            request: { id: "req_1", idempotency_key: "ref_1" },
          })
        )
        await inboxSettled(getContainer(), 1)
        expect(await service().inbox.requestKeysOf([id])).toEqual(
          new Map([[id, "ref_1"]])
        )
      })

      it("beside a snapshot of the same change is the same event: one reading", async () => {
        const event = refundInDashboard()
        stripe.control.clearRequests()
        await deliver(event)
        await deliver(thinOf(event, { snapshot_event: event.id }))
        await inboxSettled(getContainer(), 1)
        expect(await inbox()).toMatchObject([
          { id: event.id, status: "processed", attempts: 1 },
        ])
        expect(reads(LISTS)).toBe(1)
        expect(reads(ANY)).toBe(1)
        await expectOneImport()
      })

      it("before its snapshot costs one reading, and a look whom it is about", async () => {
        const event = refundInDashboard()
        stripe.control.clearRequests()
        await deliver(thinOf(event, { snapshot_event: event.id }))
        await deliver(event)
        await inboxSettled(getContainer(), 1)
        expect(reads(LISTS)).toBe(1)
        expect(reads(ANY)).toBe(2)
        await expectOneImport()
      })

      it("that waits while its payment is read costs no reading of its own", async () => {
        const event = refundInDashboard()
        await service().inbox.receive(
          {
            id: "evt_waiting",
            type: "refund.updated",
            status: "received",
            api_version: null,
            object_id: String(Reflect.get(event.data.object, "id")),
            payment_intent: null,
            charge: null,
            request_key: null,
            reason: null,
          },
          new Date()
        )
        stripe.control.clearRequests()
        await deliver(event)
        await inboxSettled(getContainer(), 2)
        await runJob()
        expect(await inbox()).toMatchObject([
          { status: "processed" },
          { status: "processed" },
        ])
        expect(reads(LISTS)).toBe(1)
        await expectOneImport()
      })

      it("is read again when it came after the last reading had begun", async () => {
        const event = refundInDashboard()
        await deliver(event)
        await inboxSettled(getContainer(), 1)
        refundInDashboard()
        stripe.control.clearRequests()
        const later = eventsOf(stripe)
          .filter(({ type }) => type === "refund.created")
          .find(({ id }) => id !== event.id)
        await deliver(thinOf(later as Stripe.Event))
        await inboxSettled(getContainer(), 2)
        expect(reads(LISTS)).toBe(1)
        expect(await history()).toHaveLength(2)
      })

      it("and three others that Stripe sends for one refund, each also as a snapshot, cost three readings at most", async () => {
        const events = fourEvents(refundInDashboard())
        stripe.control.clearRequests()
        await Promise.all(events.map((event) => deliver(event)))
        await Promise.all(events.map((event) => deliver(thinOf(event))))
        await inboxSettled(getContainer(), 8)
        expect((await inbox()).map(({ status }) => status)).toEqual(
          Array.from({ length: 8 }, () => "processed")
        )
        expect(reads(LISTS)).toBeLessThanOrEqual(3)
        expect(reads(ANY)).toBe(reads(LISTS))
        await expectOneImport()
      })
    })

    describe("Medusa's own endpoint", () => {
      const throughMedusa = { door: DOORS.medusas }

      it("lets in what Stripe signed, and nothing else", async () => {
        const event = refundInDashboard()
        const payload = JSON.stringify(event)
        const answers = [
          await send(api, payload, {
            ...throughMedusa,
            secret: "whsec_stranger",
          }),
          await send(api, payload, {
            ...throughMedusa,
            timestamp: secondsAgo(TEN_MINUTES),
          }),
          await send(api, payload.replace(event.id, "evt_changed"), {
            ...throughMedusa,
            ...signedAs(signatureOf(payload)),
          }),
          await deliver({ ...event, id: "evt_good" }, throughMedusa),
        ]
        // Medusa answers before anybody has looked.
        expect(answers.map(({ status }) => status)).toEqual([
          200, 200, 200, 200,
        ])
        // It holds each back for the same time, so the last one ends them all.
        await inboxSettled(getContainer(), 1)
        expect(await inbox()).toMatchObject([
          { id: "evt_good", status: "processed" },
        ])
        await expectOneImport()
      })

      it("and ours share one inbox", async () => {
        const event = refundInDashboard()
        await deliver(event, throughMedusa)
        await deliver(event)
        const other = { ...event, id: "evt_other" }
        await deliver(other, throughMedusa)
        await inboxSettled(getContainer(), 2)
        expect((await inbox()).map(({ id }) => id).sort()).toEqual(
          [event.id, "evt_other"].sort()
        )
        await expectOneImport()
      })
    })

    describe("an event that cannot be processed", () => {
      const listed = async (status: string) => {
        const { data } = await refunds.get<AdminStripeEventListResponse>(
          `/admin/stripe-events?status=${status}`
        )
        return data.stripe_events
      }
      const retry = (id: string) =>
        refunds.post<{ stripe_event: StripeEventDTO }>(
          `/admin/stripe-events/${id}/retry`,
          {}
        )
      /** Delivered while Stripe cannot be read, and tried once. */
      const postponed = async (): Promise<StripeEventRecord> => {
        stripe.control.addFault({
          method: "GET",
          path: "/v1/refunds",
          effect: "500_unsaved",
          times: 1000,
        })
        const event = refundInDashboard()
        expect((await deliver(event)).status).toBe(200)
        return storedAs(event.id, (event) => event.reason !== null)
      }
      /** Every attempt that is due comes at once. */
      const failed = async (): Promise<StripeEventRecord> => {
        let event = await postponed()
        for (let pause = 0; event.status !== "failed" && pause < 20; pause++) {
          await setDue(event.id)
          await runJob()
          event = await storedAs(
            event.id,
            ({ status }) => status !== "processing"
          )
        }
        return event
      }

      it("is postponed, with a reason", async () => {
        const event = await postponed()
        expect(event).toMatchObject({ status: "received", attempts: 1 })
        expect(event.reason).toEqual(expect.any(String))
        expect(await history()).toEqual([])
      })

      it("is processed by the job once the trouble is over", async () => {
        const { id } = await postponed()
        stripe.control.clearFaults()
        await setDue(id)
        await runJob()
        await inboxSettled(getContainer(), 1)
        expect(await stored(id)).toMatchObject({
          status: "processed",
          reason: null,
          attempts: 2,
        })
        await expectOneImport()
      })

      it("is given up after eight attempts, for a person to see", async () => {
        const { id, ...event } = await failed()
        expect(event).toMatchObject({ status: "failed", attempts: 8 })
        expect(event.reason).toEqual(expect.any(String))
        expect(await listed("failed")).toMatchObject([
          { id, status: "failed", attempts: 8, reason: event.reason },
        ])
        expect(await listed("processed")).toEqual([])
      })

      it("is left alone once it was given up", async () => {
        const event = await failed()
        await setDue(event.id)
        stripe.control.clearRequests()
        await runJob()
        expect(await stored(event.id)).toEqual(event)
        expect(stripe.control.requests()).toEqual([])
      })

      it("stays failed when a person retries it in vain", async () => {
        const { id } = await failed()
        const { status, data } = await retry(id)
        expect(status).toBe(200)
        expect(data.stripe_event).toMatchObject({
          status: "failed",
          attempts: 8,
        })
      })

      it("is processed when a person retries it later", async () => {
        const { id } = await failed()
        stripe.control.clearFaults()
        const { status, data } = await retry(id)
        expect(status).toBe(200)
        expect(data.stripe_event).toMatchObject({
          id,
          status: "processed",
          reason: null,
        })
        expect(await listed("failed")).toEqual([])
        await expectOneImport()
        expect((await retry(id)).data.stripe_event.status).toBe("processed")
        await expectOneImport()
      })

      it("is processed at once when a person retries it before it is due", async () => {
        const { id } = await postponed()
        // Else the store's own job may be at it first.
        await setDue(id, new Date(Date.now() + HOUR_MS))
        stripe.control.clearFaults()
        const { data } = await retry(id)
        expect(data.stripe_event).toMatchObject({ status: "processed" })
        await expectOneImport()
      })

      it("is not in the inbox, so it cannot be retried", async () => {
        const { status, data } = await retry("evt_unknown")
        expect([status, data.type]).toEqual([404, "not_found"])
      })
    })

    describe("an event that a crash left behind", () => {
      it("in the inbox is processed by the job", async () => {
        const event = refundInDashboard()
        expect(await leaveInInbox(event)).toBe(true)
        expect(await leaveInInbox(event)).toBe(false)
        await runJob()
        await inboxSettled(getContainer(), 1)
        expect(await stored(event.id)).toMatchObject({ status: "processed" })
        await expectOneImport()
      })

      it("in the hands of a worker is taken again when its lease is over", async () => {
        const event = refundInDashboard()
        await leaveInInbox(event)
        const claimed = await service().inbox.lease({
          now: new Date(),
          lease_ms: LEASE_MS,
          limit: 1,
          ids: [event.id],
        })
        expect(claimed).toMatchObject([{ id: event.id, status: "processing" }])
        await runJob()
        expect(await stored(event.id)).toMatchObject({
          status: "processing",
          attempts: 1,
        })
        await setDue(event.id)
        await runJob()
        await inboxSettled(getContainer(), 1)
        expect(await stored(event.id)).toMatchObject({
          status: "processed",
          attempts: 2,
        })
        await expectOneImport()
      })
    })
  },
})
