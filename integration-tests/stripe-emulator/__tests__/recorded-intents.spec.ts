import type Stripe from "stripe"
import { openLab, outcome, refusal, type Lab } from "./support"

/** Rows are those of `stripe-recorded/answers.jsonl`. */
describe("payment intents, as recorded", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  const create = (more: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
    lab.stripe.paymentIntents.create({
      amount: 1000,
      currency: "eur",
      confirm: true,
      payment_method: "pm_card_visa",
      ...more,
    })
  const authorised = () => create({ capture_method: "manual" })
  const capture = (id: string, amount_to_capture?: number) =>
    lab.stripe.paymentIntents.capture(id, { amount_to_capture })
  const nothingTaken = () =>
    expect(lab.emulator.control.snapshot().charges).toEqual([])

  it("an unknown payment method or customer takes no money (row 026)", async () => {
    expect(await refusal(create({ payment_method: "pm_none" }))).toMatchObject({
      statusCode: 400,
      code: "resource_missing",
      param: "payment_method",
      message: "No such PaymentMethod: 'pm_none'",
    })
    expect(await refusal(create({ customer: "cus_none" }))).toMatchObject({
      statusCode: 400,
      code: "resource_missing",
      param: "customer",
      message: "No such customer: 'cus_none'",
    })
    nothingTaken()
  })

  it("another customer's payment method is refused with the intent (row 066)", async () => {
    const [owner, other] = [
      await lab.stripe.customers.create(),
      await lab.stripe.customers.create(),
    ]
    const { id } = await lab.stripe.paymentMethods.attach("pm_card_visa", {
      customer: owner.id,
    })
    const result = await outcome(
      create({ customer: other.id, payment_method: id })
    )
    expect(result).toMatchObject({
      ok: false,
      error: {
        param: "payment_method",
        message: `The PaymentMethod ${id} does not belong to the Customer you supplied ${other.id}. Please use this PaymentMethod with the Customer that it belongs to instead.`,
        payment_intent: { object: "payment_intent" },
      },
    })
    nothingTaken()
  })

  it("a payment method without a customer pays once (row 027)", async () => {
    const { payment_method } = await create()
    expect(
      (await refusal(create({ payment_method: String(payment_method) })))
        ?.message
    ).toMatch(/may not be used again/)
  })

  it.each([
    ["pm_card_visa_chargeDeclined", "card_declined", "generic_decline"],
    [
      "pm_card_visa_chargeDeclinedInsufficientFunds",
      "card_declined",
      "insufficient_funds",
    ],
    ["pm_card_visa_chargeDeclinedLostCard", "card_declined", "lost_card"],
    ["pm_card_chargeDeclinedExpiredCard", "expired_card", "expired_card"],
    [
      "pm_card_chargeDeclinedProcessingError",
      "processing_error",
      "processing_error",
    ],
  ])(
    "%s leaves a failed charge (rows 017 to 025)",
    async (payment_method, code, decline_code) => {
      const result = await outcome(create({ payment_method }))
      const [charge] = lab.emulator.control.snapshot().charges
      expect(charge).toMatchObject({
        status: "failed",
        paid: false,
        captured: false,
        failure_code: code,
        outcome: { type: "issuer_declined", reason: decline_code },
      })
      expect(result).toMatchObject({
        ok: false,
        error: {
          statusCode: 402,
          code,
          decline_code,
          raw: { charge: charge?.id, advice_code: expect.any(String) },
          payment_method: { object: "payment_method" },
          payment_intent: {
            status: "requires_payment_method",
            latest_charge: charge?.id,
            payment_method: null,
            last_payment_error: {
              charge: charge?.id,
              code,
              network_decline_code: expect.any(String),
            },
          },
        },
      })
      const types = lab.emulator.control.snapshot().events.map((e) => e.type)
      expect(types.slice(-2)).toEqual([
        "charge.failed",
        "payment_intent.payment_failed",
      ])
    }
  )

  it("another card can pay after a decline", async () => {
    const intent = await lab.stripe.paymentIntents.create({
      amount: 1000,
      currency: "eur",
    })
    const confirm = (payment_method: string) =>
      lab.stripe.paymentIntents.confirm(intent.id, { payment_method })
    await outcome(confirm("pm_card_visa_chargeDeclined"))
    expect(await confirm("pm_card_visa")).toMatchObject({
      status: "succeeded",
      last_payment_error: null,
    })
    const { data } = await lab.stripe.charges.list({
      payment_intent: intent.id,
    })
    expect(data.map(({ status }) => status)).toEqual(["succeeded", "failed"])
  })

  it("captures again, too late or too much are refused in Stripe's words (rows 060 to 064, 090)", async () => {
    const whole = await authorised()
    await capture(whole.id)
    expect((await refusal(capture(whole.id)))?.message).toBe(
      "This PaymentIntent could not be captured because it has already been captured."
    )
    const part = await authorised()
    await capture(part.id, 400)
    expect((await refusal(capture(part.id)))?.message).toBe(
      "The remaining amount on this PaymentIntent could not be captured because the remainder of the authorized amount has been released."
    )
    const canceled = await authorised()
    await lab.stripe.paymentIntents.cancel(canceled.id)
    expect(await refusal(capture(canceled.id))).toMatchObject({
      code: "payment_intent_unexpected_state",
      message:
        "This PaymentIntent could not be captured because it has a status of canceled. Only a PaymentIntent with one of the following statuses may be captured: requires_capture.",
    })
    const open = await authorised()
    expect(await refusal(capture(open.id, 1001))).toMatchObject({
      code: "amount_too_large",
      param: undefined,
    })
    expect(await refusal(capture(open.id, 0))).toMatchObject({
      code: "parameter_invalid_integer",
      param: "amount",
    })
    expect(await refusal(capture(open.id, -1))).toMatchObject({
      code: undefined,
      message: "Invalid non-negative integer",
    })
  })

  it("cancelling what is over names the states that can be cancelled (rows 028, 029, 065)", async () => {
    const { id } = await create()
    expect(await refusal(lab.stripe.paymentIntents.cancel(id))).toMatchObject({
      statusCode: 400,
      code: "payment_intent_unexpected_state",
      message: expect.stringMatching(
        /^You cannot cancel this PaymentIntent because it has a status of succeeded\. Only a PaymentIntent with one of the following statuses may be canceled: /
      ),
    })
  })

  it("an amount that is fixed, or zero, is refused", async () => {
    const { id } = await create()
    expect(
      await refusal(lab.stripe.paymentIntents.update(id, { amount: 5 }))
    ).toMatchObject({
      code: "payment_intent_unexpected_state",
      param: "amount",
    })
    expect(await refusal(create({ amount: 0 }))).toMatchObject({
      param: "amount",
      message: expect.stringMatching(/minimum charge amount/),
    })
  })

  it("unknown parameters are refused, inside others, too", async () => {
    const odd = { colour: "red" } as object
    expect(await refusal(create(odd))).toMatchObject({
      code: "parameter_unknown",
      param: "colour",
    })
    const inside = { enabled: true, colour: "red" } as { enabled: boolean }
    expect(
      (await refusal(create({ automatic_payment_methods: inside })))?.param
    ).toBe("automatic_payment_methods[colour]")
  })
})
