import { shapeCheck, type ShapeCheck } from "../schemas/validator"
import { openLab, type Lab } from "./support"

describe("answers and events have the shapes of the stripe package", () => {
  let lab: Lab
  let check: ShapeCheck
  beforeAll(async () => {
    check = shapeCheck()
    lab = await openLab()
  }, 60_000)
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  const wire = (object: unknown): unknown => JSON.parse(JSON.stringify(object))

  it("in every state that a payment and its refunds can be in", async () => {
    const { stripe, emulator } = lab
    const { control } = emulator
    const customer = await stripe.customers.create({ email: "a@example.com" })
    const created = await stripe.paymentIntents.create({
      amount: 900,
      currency: "eur",
      customer: customer.id,
      capture_method: "manual",
    })
    const confirmed = await stripe.paymentIntents.confirm(created.id, {
      payment_method: "pm_card_visa",
    })
    const captured = await stripe.paymentIntents.capture(created.id)
    const refund = () =>
      stripe.refunds.create({ payment_intent: created.id, amount: 100 })
    const [first, second, third] = [
      await refund(),
      await refund(),
      await refund(),
    ]
    control.failRefund(first.id)
    control.cancelRefundInDashboard(second.id)
    control.requireAction(third.id)
    control.setReference(third.id, "123456789")
    control.refundInDashboard({ payment_intent: created.id, amount: 5 })
    const objects = [
      customer,
      created,
      confirmed,
      captured,
      first,
      ...(await stripe.refunds.list({ limit: 100 })).data,
      ...(await stripe.charges.list()).data,
      ...(await stripe.paymentIntents.list()).data,
      ...(await stripe.balanceTransactions.list()).data,
      ...control.snapshot().events.map(({ data }) => data.object),
    ]
    expect(objects.length).toBeGreaterThan(30)
    expect(objects.flatMap((object) => check(wire(object)))).toEqual([])
  })

  it("and a field or status that Stripe does not have is found", async () => {
    const { payment_intent, charge } =
      lab.emulator.control.createPaidPaymentIntent({
        amount: 100,
        currency: "eur",
      })
    expect(
      check({ ...(wire(payment_intent) as object), amount_refunded: 1 })
    ).not.toEqual([])
    expect(check({ ...(wire(charge) as object), status: "paid" })).not.toEqual(
      []
    )
    expect(check({ object: "charge" })).not.toEqual([])
  })
})
