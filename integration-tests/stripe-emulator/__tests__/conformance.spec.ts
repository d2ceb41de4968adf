import type Stripe from "stripe"
import { openLab, outcome, type Lab } from "./support"

type Payment = ReturnType<Lab["emulator"]["control"]["createPaidPaymentIntent"]>
type Row = {
  behaviour: string
  /** Where it is documented, or who recorded it. */
  source: string
  /** Nobody has proven it. */
  guess?: true
  /** The payment that the row refunds. Default: 10.00 EUR by a visa card. */
  card?: string
  run: (lab: Lab, payment: { pi: string; ch: string }) => Promise<void>
}

const DOCS = "docs.stripe.com"
const RECORDED = "recorded from test mode by third parties"
const MEASURED = "measured with stripe-node 23.1.0"
const DAY = 24 * 60 * 60 * 1000

const refuse = async (
  call: Promise<unknown>,
  expected: Partial<Stripe.errors.StripeError>
) => {
  const result = await outcome(call)
  expect(
    result.ok ? result : { ...result.error, message: result.error.message }
  ).toMatchObject(expected)
}
const attempts = ({ emulator }: Lab) =>
  emulator.control.requests().filter(({ path }) => path === "/v1/refunds")
    .length

/** What each fault makes the client throw, and how often it asks: at 0 and 2 retries. */
const CLIENT: [string, string, number, number][] = [
  ["timeout_after_accept", "StripeConnectionError", 1, 3],
  ["truncate_body", "StripeConnectionError", 1, 1],
  ["409", "StripeAPIError", 1, 3],
  ["429", "StripeRateLimitError", 1, 1],
  ["429_should_retry", "StripeRateLimitError", 1, 3],
  ["500_unsaved", "StripeAPIError", 1, 3],
]

const ROWS: Row[] = [
  {
    behaviour:
      "a refund of everything names its charge and intent and succeeds",
    source: `${DOCS}/refunds`,
    run: async ({ stripe }, { pi, ch }) => {
      const refund = await stripe.refunds.create({ payment_intent: pi })
      expect(refund).toMatchObject({
        amount: 1000,
        charge: ch,
        payment_intent: pi,
        status: "succeeded",
      })
      expect(await stripe.charges.retrieve(ch)).toMatchObject({
        amount_refunded: 1000,
        refunded: true,
      })
    },
  },
  {
    behaviour: "partial refunds go on until the charge is used up",
    source: `${DOCS}/refunds`,
    run: async ({ stripe }, { pi, ch }) => {
      await stripe.refunds.create({ payment_intent: pi, amount: 400 })
      await stripe.refunds.create({ charge: ch, amount: 600 })
      await refuse(stripe.refunds.create({ charge: ch }), {
        statusCode: 400,
        code: "charge_already_refunded",
        message: `Charge ${ch} has already been refunded.`,
      })
    },
  },
  {
    behaviour: "more than is left is refused without a code",
    source: RECORDED,
    run: async ({ stripe }, { pi }) => {
      await stripe.refunds.create({ payment_intent: pi, amount: 700 })
      await refuse(stripe.refunds.create({ payment_intent: pi, amount: 400 }), {
        statusCode: 400,
        code: undefined,
        param: "amount",
        message:
          "Refund amount (€4.00) is greater than unrefunded amount on charge (€3.00)",
      })
    },
  },
  {
    behaviour: "an amount below one is refused",
    source: RECORDED,
    run: async ({ stripe }, { pi }) =>
      refuse(stripe.refunds.create({ payment_intent: pi, amount: 0 }), {
        code: "parameter_invalid_integer",
        param: "amount",
      }),
  },
  {
    behaviour: "a refund must name a charge or an intent",
    source: RECORDED,
    run: async ({ stripe }) =>
      refuse(stripe.refunds.create({ amount: 5 }), {
        message:
          "One of the following params should be provided for this request: payment_intent or charge.",
      }),
  },
  {
    behaviour: "unknown objects are 404 resource_missing",
    source: RECORDED,
    run: async ({ stripe }) => {
      const missing = { statusCode: 404, code: "resource_missing" }
      await refuse(stripe.refunds.create({ charge: "ch_none" }), missing)
      await refuse(stripe.refunds.retrieve("re_none"), missing)
      await refuse(stripe.paymentIntents.retrieve("pi_none"), missing)
    },
  },
  {
    behaviour: "a reason is one of three words, a parameter one that exists",
    source: RECORDED,
    run: async ({ stripe }, { pi }) => {
      const params = { payment_intent: pi, reason: "late" }
      await refuse(stripe.refunds.create(params as never), { param: "reason" })
      const other = { payment_intent: pi, colour: "red" }
      await refuse(stripe.refunds.create(other as never), {
        code: "parameter_unknown",
      })
    },
  },
  {
    behaviour: "an uncaptured payment cannot be refunded",
    source: RECORDED,
    run: async ({ stripe }) => {
      const { id } = await stripe.paymentIntents.create({
        amount: 500,
        currency: "eur",
        capture_method: "manual",
        confirm: true,
        payment_method: "pm_card_visa",
      })
      await refuse(stripe.refunds.create({ payment_intent: id }), {
        statusCode: 400,
      })
      expect(await stripe.paymentIntents.capture(id)).toMatchObject({
        status: "succeeded",
        amount_received: 500,
      })
    },
  },
  {
    behaviour: "a payment without a successful charge cannot be refunded",
    source: RECORDED,
    run: async ({ stripe }) => {
      const { id } = await stripe.paymentIntents.create({
        amount: 500,
        currency: "eur",
      })
      await refuse(stripe.refunds.create({ payment_intent: id }), {
        message: `This PaymentIntent (${id}) does not have a successful charge to refund.`,
      })
    },
  },
  {
    behaviour: "a succeeded refund cannot be cancelled",
    source: RECORDED,
    run: async ({ stripe }, { pi }) => {
      const { id } = await stripe.refunds.create({ payment_intent: pi })
      await refuse(stripe.refunds.cancel(id), {
        message: "Canceling this refund is unsupported.",
      })
    },
  },
  {
    behaviour: "one that waits for the customer can be cancelled, or expires",
    source: `${DOCS}/api/refunds/cancel`,
    run: async ({ stripe, emulator }, { pi }) => {
      const first = await stripe.refunds.create({
        payment_intent: pi,
        amount: 1,
      })
      emulator.control.requireAction(first.id)
      expect((await stripe.refunds.cancel(first.id)).status).toBe("canceled")
      const second = await stripe.refunds.create({
        payment_intent: pi,
        amount: 2,
      })
      emulator.control.requireAction(second.id)
      const expired = await stripe.testHelpers.refunds.expire(second.id)
      expect(expired.status).toBe("failed")
    },
  },
  {
    behaviour: "only metadata can be updated; an empty value removes a key",
    source: `${DOCS}/api/refunds/update`,
    run: async ({ stripe }, { pi }) => {
      const metadata = { a: "1", b: "2" }
      const { id } = await stripe.refunds.create({
        payment_intent: pi,
        metadata,
      })
      const updated = await stripe.refunds.update(id, { metadata: { a: "" } })
      expect(updated.metadata).toEqual({ b: "2" })
      await refuse(stripe.refunds.update(id, { amount: 1 } as never), {
        code: "parameter_unknown",
      })
    },
  },
  {
    behaviour: "test card 7726: the refund starts pending and succeeds later",
    source: `${DOCS}/testing#refunds`,
    card: "pm_card_pendingRefund",
    run: async ({ stripe, emulator }, { pi }) => {
      const { id, status } = await stripe.refunds.create({ payment_intent: pi })
      expect(status).toBe("pending")
      emulator.control.settleRefund(id)
      expect((await stripe.refunds.retrieve(id)).status).toBe("succeeded")
    },
  },
  {
    behaviour:
      "a refund that succeeded can still fail; the money can be refunded again",
    source: `${DOCS}/refunds#failed-refunds`,
    card: "pm_card_refundFail",
    run: async ({ stripe, emulator }, { pi, ch }) => {
      const { id, status } = await stripe.refunds.create({ payment_intent: pi })
      expect(status).toBe("succeeded")
      emulator.control.failRefund(id)
      expect(await stripe.refunds.retrieve(id)).toMatchObject({
        status: "failed",
        failure_reason: "expired_or_canceled_card",
      })
      expect((await stripe.charges.retrieve(ch)).amount_refunded).toBe(0)
      await stripe.refunds.create({ payment_intent: pi })
    },
  },
  {
    behaviour: "amount_refunded counts pending refunds",
    source: "sources disagree",
    guess: true,
    card: "pm_card_pendingRefund",
    run: async ({ stripe }, { pi, ch }) => {
      await stripe.refunds.create({ payment_intent: pi })
      expect((await stripe.charges.retrieve(ch)).amount_refunded).toBe(1000)
    },
  },
  {
    behaviour: "a declined card cannot pay",
    source: `${DOCS}/testing`,
    run: async ({ stripe }) =>
      refuse(
        stripe.paymentIntents.create({
          amount: 500,
          currency: "eur",
          confirm: true,
          payment_method: "pm_card_visa_chargeDeclined",
        }),
        { statusCode: 402, code: "card_declined" }
      ),
  },
  {
    behaviour: "lists are newest first, in pages, filtered by charge and time",
    source: `${DOCS}/api/pagination`,
    run: async ({ stripe, emulator }, { pi, ch }) => {
      const ids: string[] = []
      for (let index = 0; index < 5; index++) {
        const refund = { payment_intent: pi, amount: 1 }
        ids.unshift((await stripe.refunds.create(refund)).id)
        emulator.control.advanceClock(60_000)
      }
      const page = await stripe.refunds.list({ charge: ch, limit: 2 })
      expect(page.data.map(({ id }) => id)).toEqual(ids.slice(0, 2))
      expect(page.has_more).toBe(true)
      const all: string[] = []
      for await (const { id } of stripe.refunds.list({
        payment_intent: pi,
        limit: 2,
      })) {
        all.push(id)
      }
      expect(all).toEqual(ids)
      const { created } = await stripe.refunds.retrieve(ids[1] ?? "")
      const recent = await stripe.refunds.list({ created: { gte: created } })
      expect(recent.data).toHaveLength(2)
    },
  },
  {
    behaviour: "objects expand along a path; a charge embeds ten refunds",
    source: `${DOCS}/expand`,
    run: async ({ stripe }, { pi, ch }) => {
      await stripe.refunds.create({ payment_intent: pi, amount: 1 })
      const intent = await stripe.paymentIntents.retrieve(pi, {
        expand: ["latest_charge.refunds"],
      })
      expect(intent.latest_charge).toMatchObject({
        id: ch,
        refunds: { data: [{ amount: 1 }] },
      })
    },
  },
  {
    behaviour: "the same key and parameters are answered with the first result",
    source: `${DOCS}/api/idempotent_requests`,
    run: async ({ stripe, emulator }, { pi }) => {
      const create = () =>
        stripe.refunds.create(
          { payment_intent: pi, amount: 1 },
          { idempotencyKey: "k" }
        )
      const first = await create()
      const again = await create()
      expect(again.id).toBe(first.id)
      expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true")
      expect(emulator.control.snapshot().refunds).toHaveLength(1)
    },
  },
  {
    behaviour: "the same key with other parameters is an idempotency_error",
    source: `${DOCS}/api/idempotent_requests`,
    run: async ({ stripe }, { pi }) => {
      const options = { idempotencyKey: "k" }
      await stripe.refunds.create({ payment_intent: pi, amount: 1 }, options)
      await refuse(
        stripe.refunds.create({ payment_intent: pi, amount: 2 }, options),
        { statusCode: 400, rawType: "idempotency_error" }
      )
    },
  },
  {
    behaviour: "a definite refusal is replayed, a validation error is not",
    source: `${DOCS}/error-low-level`,
    run: async ({ stripe, emulator }, { pi }) => {
      const options = { idempotencyKey: "k" }
      const tooMuch = { payment_intent: pi, amount: 1001 }
      await outcome(stripe.refunds.create(tooMuch, options))
      await outcome(stripe.refunds.create(tooMuch, options))
      expect(
        emulator.control.requests().map(({ replayed }) => replayed)
      ).toEqual([false, true])
      const other = { idempotencyKey: "l" }
      await outcome(
        stripe.refunds.create({ payment_intent: pi, amount: 0 }, other)
      )
      await stripe.refunds.create({ payment_intent: pi, amount: 1 }, other)
    },
  },
  {
    behaviour: "a stored 500 is replayed until the key is a day old",
    source: `${DOCS}/error-low-level`,
    run: async ({ stripe, emulator }, { pi }) => {
      const create = () =>
        stripe.refunds.create({ payment_intent: pi }, { idempotencyKey: "k" })
      emulator.control.addFault({ path: "/v1/refunds", effect: "500_saved" })
      await refuse(create(), { statusCode: 500 })
      await refuse(create(), { statusCode: 500 })
      emulator.control.advanceClock(DAY + 1000)
      expect((await create()).status).toBe("succeeded")
    },
  },
  {
    behaviour: "a refund in the Dashboard has no metadata and no request",
    source: `${DOCS}/api/events/object`,
    run: async ({ stripe, emulator }, { pi }) => {
      const refund = emulator.control.refundInDashboard({
        payment_intent: pi,
        amount: 5,
      })
      expect(refund.metadata).toEqual({})
      const { data } = await stripe.events.list({ type: "refund.created" })
      expect(data[0]?.request).toEqual({ id: null, idempotency_key: null })
    },
  },
  {
    behaviour: "an event of an API call carries its idempotency key",
    source: `${DOCS}/api/events/object`,
    run: async ({ stripe }, { pi }) => {
      await stripe.refunds.create(
        { payment_intent: pi },
        { idempotencyKey: "k" }
      )
      const { data } = await stripe.events.list({ types: ["refund.created"] })
      expect(data[0]?.request?.idempotency_key).toBe("k")
    },
  },
  ...CLIENT.map(([effect, name, once, thrice]): Row => ({
    behaviour: `${effect}: the client throws ${name} after ${once} or ${thrice} requests`,
    source: MEASURED,
    run: async (lab, { pi }) => {
      for (const [client, expected] of [
        [lab.stripe, once],
        [lab.retrying, thrice],
      ] as const) {
        lab.emulator.control.clearRequests()
        lab.emulator.control.addFault({
          method: "POST",
          effect: effect as "409",
          times: expected,
        })
        const result = await outcome(
          client.refunds.create({ payment_intent: pi, amount: 1 })
        )
        expect(result.ok ? "" : result.error.type).toBe(name)
        expect(attempts(lab)).toBe(expected)
      }
    },
  })),
]

describe("the emulator behaves as Stripe does", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  it.each(ROWS)("$behaviour ($source)", async ({ card, run }) => {
    const { payment_intent, charge }: Payment =
      lab.emulator.control.createPaidPaymentIntent({
        amount: 1000,
        currency: "eur",
        payment_method: card,
      })
    await run(lab, { pi: payment_intent?.id ?? "", ch: charge.id })
  })

  it("marks what nobody has proven", () => {
    expect(
      ROWS.filter(({ guess }) => guess).map(({ behaviour }) => behaviour)
    ).toEqual(["amount_refunded counts pending refunds"])
  })

  it("refuses other keys than its own", async () => {
    const answer = await fetch(`${lab.emulator.url}/v1/refunds`, {
      headers: { authorization: "Bearer sk_live_1" },
    })
    expect(answer.status).toBe(401)
  })
})
