import { openLab, outcome, type Lab } from "./support"

describe("the emulator does not invent money or hide mistakes", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  const paid = () =>
    lab.emulator.control.createPaidPaymentIntent({
      amount: 1000,
      currency: "eur",
    }).charge.id
  const authorised = () =>
    lab.stripe.paymentIntents.create({
      amount: 500,
      currency: "eur",
      capture_method: "manual",
      confirm: true,
      payment_method: "pm_card_visa",
    })
  const balance = () =>
    lab.emulator.control
      .snapshot()
      .balanceTransactions.reduce((sum, { amount }) => sum + amount, 0)
  const refusal = async (call: Promise<unknown>) => {
    const result = await outcome(call)
    return result.ok ? null : result.error
  }

  it("gives the money of a failed refund back once", async () => {
    const { stripe, emulator } = lab
    const { id } = await stripe.refunds.create({ charge: paid(), amount: 400 })
    emulator.control.failRefund(id)
    expect(() => emulator.control.failRefund(id)).toThrow("already failed")
    expect(() => emulator.control.cancelRefundInDashboard(id)).toThrow(
      "already failed"
    )
    expect(balance()).toBe(1000)
  })

  it("does not bring a failed refund back to life", async () => {
    const { stripe, emulator } = lab
    const { id } = await stripe.refunds.create({ charge: paid() })
    emulator.control.failRefund(id)
    expect(() => emulator.control.settleRefund(id)).toThrow(RangeError)
    expect(() => emulator.control.requireAction(id)).toThrow(RangeError)
  })

  it("expires only refunds that wait for the customer", async () => {
    const { id } = await lab.stripe.refunds.create({ charge: paid() })
    const error = await refusal(lab.stripe.testHelpers.refunds.expire(id))
    expect(error?.statusCode).toBe(400)
    expect(balance()).toBe(0)
  })

  it("refunds whole minor units in the Dashboard", () => {
    const charge = paid()
    for (const amount of [1.5, 0, -1, 1001, NaN]) {
      expect(() =>
        lab.emulator.control.refundInDashboard({ charge, amount })
      ).toThrow(RangeError)
    }
  })

  it("captures no more than was authorised", async () => {
    const { id } = await authorised()
    const error = await refusal(
      lab.stripe.paymentIntents.capture(id, { amount_to_capture: 501 })
    )
    expect(error).toMatchObject({ code: "amount_too_large", param: undefined })
    expect(balance()).toBe(0)
  })

  it("refuses a refund of an uncaptured charge as one of its intent", async () => {
    const { id, latest_charge } = await authorised()
    const error = await refusal(
      lab.stripe.refunds.create({ charge: String(latest_charge) })
    )
    expect(error?.message).toContain(
      `This uncaptured Charge was created by a PaymentIntent (${id}).`
    )
  })

  it("names the intent when an action comes too late, as Medusa expects", async () => {
    const { id } = await authorised()
    await lab.stripe.paymentIntents.capture(id)
    expect(await refusal(lab.stripe.paymentIntents.capture(id))).toMatchObject({
      code: "payment_intent_unexpected_state",
      payment_intent: { id, status: "succeeded" },
    })
  })

  it("takes the parameters of a key in any order", async () => {
    const charge = paid()
    const options = { idempotencyKey: "k" }
    const { id } = await lab.stripe.refunds.create(
      { charge, amount: 4, metadata: { a: "1", b: "2" } },
      options
    )
    const again = await lab.stripe.refunds.create(
      { metadata: { b: "2", a: "1" }, amount: 4, charge },
      options
    )
    expect(again.id).toBe(id)
  })

  it("answers 409 while the first request of a key runs", async () => {
    const charge = paid()
    lab.emulator.control.addFault({ method: "POST", effect: "slow", ms: 200 })
    const create = () =>
      outcome(
        lab.stripe.refunds.create(
          { charge, amount: 4 },
          { idempotencyKey: "k" }
        )
      )
    const results = await Promise.all([create(), create()])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { statusCode: 409, code: "idempotency_key_in_use" },
    })
    expect(lab.emulator.control.snapshot().refunds).toHaveLength(1)
    const [again] = [await create()]
    expect(again.ok).toBe(true)
  })

  it("hits the nth matching call and no other", async () => {
    lab.emulator.control.addFault({ nth: 2, effect: "500_unsaved" })
    const oks: boolean[] = []
    for (let call = 0; call < 3; call++) {
      oks.push((await outcome(lab.stripe.refunds.list())).ok)
    }
    expect(oks).toEqual([true, false, true])
  })

  it("keeps metadata keys that are numbers, and survives odd field names", async () => {
    const metadata = { "0": "a", "1": "b" }
    const refund = await lab.stripe.refunds.create({ charge: paid(), metadata })
    expect(refund.metadata).toEqual(metadata)
    await fetch(`${lab.emulator.url}/v1/refunds`, {
      method: "POST",
      body: "__proto__[polluted]=1",
    })
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false)
  })

  it("forgets held webhooks at a reset", async () => {
    const { control } = lab.emulator
    control.setWebhookMode("hold")
    paid()
    control.reset()
    let held: unknown[] = ["not asked"]
    await control.flushWebhooks((events) => {
      held = events
      return events
    })
    expect(held).toEqual([])
  })
})
