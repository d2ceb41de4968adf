import type Stripe from "stripe"
import { eventTypes, openLab, type Lab } from "./support"

/** What Medusa's own provider sends, and what the plugin sends. */
const OLD = { apiVersion: "2024-04-10" }
const NEW = { apiVersion: "2026-10-28.endive" }

describe("what an authorisation releases", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  const authorised = (version = OLD) =>
    lab.stripe.paymentIntents.create(
      {
        amount: 6000,
        currency: "eur",
        capture_method: "manual",
        confirm: true,
        payment_method: "pm_card_visa",
      },
      version
    )
  const chargeOf = ({ latest_charge }: Stripe.PaymentIntent) =>
    lab.stripe.charges.retrieve(String(latest_charge))
  const refundsOf = async ({ id }: Stripe.PaymentIntent) =>
    (await lab.stripe.refunds.list({ payment_intent: id })).data
  const balance = () =>
    lab.emulator.control
      .snapshot()
      .balanceTransactions.reduce((sum, { amount }) => sum + amount, 0)

  it("a void by an old version is a refund of what was never captured", async () => {
    const intent = await authorised()
    await lab.stripe.paymentIntents.cancel(intent.id, {}, OLD)
    expect(await refundsOf(intent)).toMatchObject([
      {
        amount: 6000,
        status: "succeeded",
        reason: null,
        metadata: {},
        balance_transaction: null,
      },
    ])
    expect(await chargeOf(intent)).toMatchObject({
      captured: false,
      amount_captured: 0,
      amount_refunded: 6000,
      refunded: true,
    })
    expect(balance()).toBe(0)
    expect(eventTypes(lab)).toEqual([
      "refund.created",
      "charge.refunded",
      "refund.updated",
      "charge.refund.updated",
    ])
  })

  it("a partial capture by an old version refunds the rest of the authorisation", async () => {
    const intent = await authorised()
    await lab.stripe.paymentIntents.capture(
      intent.id,
      { amount_to_capture: 2500 },
      OLD
    )
    expect(await refundsOf(intent)).toMatchObject([
      { amount: 3500, status: "succeeded", reason: null },
    ])
    expect(await chargeOf(intent)).toMatchObject({
      captured: true,
      amount_captured: 2500,
      amount_refunded: 3500,
      refunded: false,
    })
    expect(balance()).toBe(2500)
    const refund = await lab.stripe.refunds.create({
      payment_intent: intent.id,
    })
    expect(refund.amount).toBe(2500)
    expect(await chargeOf(intent)).toMatchObject({
      amount_refunded: 6000,
      refunded: true,
    })
    expect(balance()).toBe(0)
  })

  it("an authorisation by an old version that expires is refunded, too", async () => {
    const intent = await authorised()
    const expired = lab.emulator.control.expireAuthorization(intent.id)
    expect(expired).toMatchObject({
      status: "canceled",
      cancellation_reason: "automatic",
    })
    expect(await refundsOf(intent)).toMatchObject([
      { amount: 6000, reason: "expired_uncaptured_charge" },
    ])
    expect(eventTypes(lab)).toEqual([
      "refund.created",
      "charge.refunded",
      "charge.expired",
      "refund.updated",
      "charge.refund.updated",
    ])
  })

  it("new versions make no refund", async () => {
    const [canceled, captured, expired] = [
      await authorised(NEW),
      await authorised(NEW),
      await authorised(NEW),
    ]
    await lab.stripe.paymentIntents.cancel(canceled.id, {}, NEW)
    const part = { amount_to_capture: 2500 }
    await lab.stripe.paymentIntents.capture(captured.id, part, NEW)
    expect(lab.emulator.control.expireAuthorization(expired.id)).toMatchObject({
      cancellation_reason: "expired",
    })
    for (const intent of [canceled, captured, expired]) {
      expect(await refundsOf(intent)).toEqual([])
      expect(await chargeOf(intent)).toMatchObject({
        amount_refunded: 0,
        refunded: false,
      })
    }
    expect(balance()).toBe(2500)
    expect(eventTypes(lab)).toEqual(["charge.captured", "charge.expired"])
  })

  it("the version of the request decides, not that of the authorisation", async () => {
    const intent = await authorised(OLD)
    await lab.stripe.paymentIntents.cancel(intent.id, {}, NEW)
    expect(await refundsOf(intent)).toEqual([])
  })

  it("a full capture by an old version makes no refund", async () => {
    const intent = await authorised()
    await lab.stripe.paymentIntents.capture(intent.id, {}, OLD)
    expect(await refundsOf(intent)).toEqual([])
  })

  it("an intent that was never authorised is cancelled without a refund", async () => {
    const intent = await lab.stripe.paymentIntents.create(
      { amount: 6000, currency: "eur" },
      OLD
    )
    await lab.stripe.paymentIntents.cancel(intent.id, {}, OLD)
    expect(await refundsOf(intent)).toEqual([])
  })
})
