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
    const saved = await stripe.paymentMethods.attach("pm_card_visa", {
      customer: customer.id,
    })
    const objects = [
      customer,
      saved,
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

  it("in every state that a dispute can be in", async () => {
    const { stripe, emulator } = lab
    const { control } = emulator
    const dispute = (inquiry: boolean) => {
      const method = "pm_card_pendingRefund"
      const payment = { amount: 900, currency: "eur", payment_method: method }
      const { charge } = control.createPaidPaymentIntent(payment)
      return control.openDispute({ charge: charge.id, inquiry })
    }
    const evidence = { uncategorized_text: "It was delivered." }
    const reviewed = [dispute(true), dispute(false)]
    for (const { id } of reviewed) {
      await stripe.disputes.update(id, { evidence, metadata: { a: "1" } })
    }
    control.closeInquiry(dispute(true).id)
    const pending = dispute(true)
    await stripe.refunds.create({ charge: String(pending.charge) })
    control.escalateInquiry(pending.id)
    control.winDispute(dispute(false).id)
    control.loseDispute(dispute(false).id)
    dispute(true)
    const disputes = (await stripe.disputes.list({ limit: 100 })).data
    expect(new Set(disputes.map(({ status }) => status)).size).toBe(7)
    const objects = [
      ...disputes,
      await stripe.disputes.retrieve(pending.id, {
        expand: ["charge", "payment_intent"],
      }),
      ...disputes.flatMap((each) => each.balance_transactions),
      ...(await stripe.charges.list({ limit: 100 })).data,
      ...control.snapshot().events.map(({ data }) => data.object),
    ]
    expect(objects.flatMap((object) => check(wire(object)))).toEqual([])
    expect(
      check({ ...(wire(pending) as object), status: "charge_refunded" })
    ).not.toEqual([])
    expect(
      check({ ...(wire(pending) as object), charge_refunded: true })
    ).not.toEqual([])
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
