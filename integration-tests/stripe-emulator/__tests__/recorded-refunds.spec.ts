import {
  eventTypes,
  openLab,
  outcome,
  paidCharge,
  refusal,
  type Lab,
} from "./support"

/** Rows are those of `stripe-recorded/answers.jsonl`. */
describe("refunds, as recorded", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => {
    lab.emulator.control.reset()
    lab.emulator.control.setDelays({ reference: 0 })
  })

  const refund = (charge: string, amount?: number) =>
    lab.stripe.refunds.create({ charge, amount })

  it("one refund has four events; the last two bring the reference (row 088)", async () => {
    const { control } = lab.emulator
    control.setDelays({ reference: 400 })
    const made = await refund(paidCharge(lab))
    expect(made.destination_details?.card?.reference).toBeUndefined()
    expect(eventTypes(lab)).toEqual(["refund.created", "charge.refunded"])
    control.advanceClock(500)
    expect(eventTypes(lab)).toEqual([
      "refund.created",
      "charge.refunded",
      "refund.updated",
      "charge.refund.updated",
    ])
    const { destination_details } = await lab.stripe.refunds.retrieve(made.id)
    expect(destination_details?.card).toMatchObject({
      reference: expect.stringMatching(/^\d{16}$/),
      reference_status: "available",
    })
  })

  it("the reference can be held back", async () => {
    const { control } = lab.emulator
    control.setDelays({ reference: "hold" })
    const { id } = await refund(paidCharge(lab))
    control.advanceClock(60_000)
    const status = async () =>
      (await lab.stripe.refunds.retrieve(id)).destination_details?.card
        ?.reference_status
    expect(await status()).toBe("pending")
    control.runLater("reference")
    expect(await status()).toBe("available")
  })

  it("comes by itself, in real time, too", async () => {
    lab.emulator.control.setDelays({ reference: 20 })
    await refund(paidCharge(lab))
    await new Promise((resolve) => setTimeout(resolve, 80))
    expect(eventTypes(lab)).toContain("charge.refund.updated")
  })

  it("too much says what the limit is: the charge, or what is left of it (rows 008 and 009)", async () => {
    const charge = paidCharge(lab)
    expect(await refusal(refund(charge, 1100))).toMatchObject({
      param: "amount",
      code: undefined,
      message: "Refund amount (€11.00) is greater than charge amount (€10.00)",
    })
    await refund(charge, 500)
    expect((await refusal(refund(charge, 600)))?.message).toBe(
      "Refund amount (€6.00) is greater than unrefunded amount on charge (€5.00)"
    )
  })

  it("names the customer and the payment method (row 041)", async () => {
    const customer = await lab.stripe.customers.create()
    const { latest_charge, payment_method } =
      await lab.stripe.paymentIntents.create({
        amount: 1000,
        currency: "eur",
        customer: customer.id,
        confirm: true,
        payment_method: "pm_card_visa",
      })
    expect(await refund(String(latest_charge))).toMatchObject({
      customer: customer.id,
      payment_method,
    })
  })

  it("without balance is refused without a code (row 069)", async () => {
    lab.emulator.control.setBalance("refuse")
    const charge = paidCharge(lab)
    const result = await outcome(refund(charge))
    expect(result).toMatchObject({
      ok: false,
      error: {
        statusCode: 400,
        code: undefined,
        message:
          "Insufficient funds in your Stripe balance to refund this amount.",
        raw: { message_code: "insufficient_balance_for_refund" },
      },
    })
    expect(lab.emulator.control.snapshot().refunds).toEqual([])
  })

  it("without balance can wait for it; no money moves until then", async () => {
    const { control } = lab.emulator
    control.setBalance("pending")
    const waiting = await refund(paidCharge(lab), 400)
    expect(waiting).toMatchObject({
      status: "pending",
      pending_reason: "insufficient_funds",
      balance_transaction: null,
    })
    const settled = control.settleRefund(waiting.id)
    expect(settled.status).toBe("succeeded")
    expect(settled.pending_reason).toBeUndefined()
    expect(settled.balance_transaction).toEqual(expect.any(String))
  })

  it("one that waited for the balance and fails gives nothing back", async () => {
    const { control } = lab.emulator
    control.setBalance("pending")
    const { id } = await refund(paidCharge(lab))
    expect(
      control.failRefund(id, "insufficient_funds").failure_balance_transaction
    ).toBeUndefined()
  })

  it.each(["klarna", "paypal", "blik", "afterpay_clearpay", "p24"])(
    "to %s gets a reference of its own kind",
    async (type) => {
      const charge = paidCharge(lab, `pm_${type}`)
      expect(charge).toMatch(/^py_/)
      const made = await refund(charge, 400)
      expect(made.id).toMatch(/^pyr_/)
      expect(made.destination_details).toMatchObject({
        type,
        [type]: { reference: null, reference_status: "pending" },
      })
      const { destination_details } = await lab.stripe.refunds.retrieve(made.id)
      expect(Reflect.get(destination_details ?? {}, type)).toMatchObject({
        reference: expect.any(String),
        reference_status: "available",
      })
    }
  )

  it("to konbini asks the customer by e-mail, and needs an address for it", async () => {
    const charge = paidCharge(lab, "pm_konbini")
    expect(await refusal(refund(charge))).toMatchObject({
      statusCode: 400,
      param: "instructions_email",
    })
    const asked = await lab.stripe.refunds.create({
      charge,
      instructions_email: "a@b.example",
    })
    expect(asked).toMatchObject({
      status: "requires_action",
      instructions_email: "a@b.example",
      next_action: {
        type: "display_details",
        display_details: { email_sent: { email_sent_to: "a@b.example" } },
      },
    })
    const settled = lab.emulator.control.settleRefund(asked.id)
    expect(settled.next_action).toBeUndefined()
    expect(
      (await lab.stripe.refunds.retrieve(asked.id)).destination_details
    ).toMatchObject({
      type: "jp_bank_transfer",
      jp_bank_transfer: { reference_status: "available" },
    })
  })
})
