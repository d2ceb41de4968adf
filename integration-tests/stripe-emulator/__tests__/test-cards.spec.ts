import type Stripe from "stripe"
import { eventTypes, openLab, paidCharge, type Lab } from "./support"

const DAY = 24 * 60 * 60 * 1000

describe("test cards", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  const snapshot = () => lab.emulator.control.snapshot()
  const onlyDispute = async (): Promise<Stripe.Dispute> => {
    const { data } = await lab.stripe.disputes.list()
    expect(data).toHaveLength(1)
    return lab.stripe.disputes.retrieve(data[0]?.id ?? "")
  }

  it.each([
    ["pm_card_createDispute", "fraudulent", "needs_response"],
    [
      "pm_card_createDisputeProductNotReceived",
      "product_not_received",
      "needs_response",
    ],
    ["pm_card_createDisputeInquiry", "fraudulent", "warning_needs_response"],
  ])(
    "%s: one dispute, %s, %s, after the payment",
    async (card, reason, status) => {
      const paying = {
        amount: 500,
        currency: "eur",
        confirm: true,
        payment_method: card,
      }
      const options = { idempotencyKey: "pay" }
      const { id } = await lab.stripe.paymentIntents.create(paying, options)
      expect(await onlyDispute()).toMatchObject({
        amount: 500,
        payment_intent: id,
        reason,
        status,
      })
      const { events } = snapshot()
      const types = events.map(({ type }) => type)
      const created = types.indexOf("charge.dispute.created")
      expect(types[created - 1]).toBe("charge.succeeded")
      expect(types.indexOf("payment_intent.succeeded")).toBeGreaterThan(created)
      expect(events[created]?.request?.idempotency_key).toBe("pay")
    }
  )

  it("pm_card_createDispute: waits for the capture", async () => {
    const { id } = await lab.stripe.paymentIntents.create({
      amount: 500,
      currency: "eur",
      capture_method: "manual",
      confirm: true,
      payment_method: "pm_card_createDispute",
    })
    expect(snapshot().disputes).toEqual([])
    await lab.stripe.paymentIntents.capture(id, { amount_to_capture: 300 })
    expect((await onlyDispute()).amount).toBe(300)
  })

  it("pm_card_createDispute: also for payments of the control, with and without intent", () => {
    paidCharge(lab, "pm_card_createDispute")
    lab.emulator.control.createPaidPaymentIntent({
      amount: 1,
      currency: "eur",
      payment_method: "pm_card_createDispute",
      withoutIntent: true,
    })
    expect(snapshot().disputes).toHaveLength(2)
  })

  it("pm_card_refundFail: refunds fail four seconds later, once", async () => {
    const { control } = lab.emulator
    const refund = (card: string) =>
      lab.stripe.refunds.create({ charge: paidCharge(lab, card) })
    const other = await refund("pm_card_visa")
    const { id, status } = await refund("pm_card_refundFail")
    expect(status).toBe("succeeded")
    control.advanceClock(2000)
    expect((await lab.stripe.refunds.retrieve(id)).status).toBe("succeeded")
    const before = eventTypes(lab).length
    control.advanceClock(2000)
    control.advanceClock(DAY)
    expect(await lab.stripe.refunds.retrieve(id)).toMatchObject({
      status: "failed",
      failure_reason: "expired_or_canceled_card",
    })
    expect((await lab.stripe.refunds.retrieve(other.id)).status).toBe(
      "succeeded"
    )
    expect(eventTypes(lab).slice(before)).toEqual([
      "refund.failed",
      "refund.updated",
      "charge.refund.updated",
    ])
  })
})
