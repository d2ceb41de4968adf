import { openLab, outcome, type Lab } from "./support"

describe("saved cards", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  const save = async (card: string) => {
    const customer = await lab.stripe.customers.create({ email: "a@b.example" })
    const method = await lab.stripe.paymentMethods.attach(card, {
      customer: customer.id,
    })
    return { customer: customer.id, method: method.id }
  }
  const intentOf = (customer?: string) =>
    lab.stripe.paymentIntents.create({
      amount: 1000,
      currency: "eur",
      ...(customer ? { customer } : {}),
    })

  it("a test card becomes a payment method of the customer", async () => {
    const { customer, method } = await save("pm_card_mastercard")
    expect(method).not.toBe("pm_card_mastercard")
    const { data } = await lab.stripe.customers.listPaymentMethods(customer, {
      type: "card",
    })
    expect(data).toMatchObject([
      { id: method, customer, card: { brand: "mastercard", last4: "4444" } },
    ])
    await lab.stripe.paymentMethods.detach(method)
    expect(
      (await lab.stripe.customers.listPaymentMethods(customer)).data
    ).toEqual([])
  })

  it("is charged while the customer is away", async () => {
    const { customer, method } = await save("pm_card_visa")
    const { id } = await intentOf(customer)
    expect(
      await lab.stripe.paymentIntents.confirm(id, {
        payment_method: method,
        off_session: true,
      })
    ).toMatchObject({ status: "succeeded", amount_received: 1000 })
  })

  it("is charged by an intent for the methods of the Dashboard that redirect nobody", async () => {
    const { customer, method } = await save("pm_card_visa")
    const intent = await lab.stripe.paymentIntents.create({
      amount: 1000,
      currency: "eur",
      customer,
      payment_method: method,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    })
    expect(intent.automatic_payment_methods).toEqual({
      enabled: true,
      allow_redirects: "never",
    })
    expect(
      await lab.stripe.paymentIntents.confirm(intent.id, {
        payment_method: method,
        off_session: true,
      })
    ).toMatchObject({ status: "succeeded", amount_received: 1000 })
  })

  it("named methods and those of the Dashboard exclude each other", async () => {
    // Only older versions of the API have it, as that of Medusa's provider.
    const naming = (...payment_method_types: string[]): object => ({
      payment_method_types,
    })
    const both = lab.stripe.paymentIntents.create({
      amount: 1000,
      currency: "eur",
      ...naming("card"),
      automatic_payment_methods: { enabled: true },
    })
    expect(await outcome(both)).toMatchObject({
      ok: false,
      error: {
        statusCode: 400,
        code: "parameters_exclusive",
        message:
          "You may only specify one of these parameters: automatic_payment_methods, payment_method_types.",
      },
    })
    const named = await lab.stripe.paymentIntents.create({
      amount: 1000,
      currency: "eur",
      ...naming("card", "link"),
    })
    expect(named).toMatchObject({
      automatic_payment_methods: null,
      payment_method_types: ["card", "link"],
    })
  })

  it("is refused without its customer", async () => {
    const { method } = await save("pm_card_visa")
    const { id } = await intentOf()
    expect(
      await outcome(
        lab.stripe.paymentIntents.confirm(id, { payment_method: method })
      )
    ).toMatchObject({
      ok: false,
      error: { statusCode: 400, code: "parameter_missing", param: "source" },
    })
  })

  it.each([
    ["pm_card_chargeCustomerFail", "card_declined", "generic_decline"],
    [
      "pm_card_authenticationRequired",
      "authentication_required",
      "authentication_required",
    ],
  ])(
    "%s: 402 %s off session, and the intent stays",
    async (card, code, decline) => {
      const { customer, method } = await save(card)
      const { id } = await intentOf(customer)
      expect(
        await outcome(
          lab.stripe.paymentIntents.confirm(id, {
            payment_method: method,
            off_session: true,
          })
        )
      ).toMatchObject({
        ok: false,
        error: { statusCode: 402, code, decline_code: decline },
      })
      expect(await lab.stripe.paymentIntents.retrieve(id)).toMatchObject({
        status: "requires_payment_method",
        last_payment_error: { code },
      })
    }
  )

  it("a card that wants the customer asks for an action when they are there", async () => {
    const { customer, method } = await save("pm_card_authenticationRequired")
    const { id } = await intentOf(customer)
    expect(
      await lab.stripe.paymentIntents.confirm(id, { payment_method: method })
    ).toMatchObject({ status: "requires_action" })
  })

  it("the amount of a paid or cancelled intent cannot be changed", async () => {
    const { customer, method } = await save("pm_card_visa")
    const paid = await intentOf(customer)
    await lab.stripe.paymentIntents.confirm(paid.id, { payment_method: method })
    const canceled = await intentOf(customer)
    await lab.stripe.paymentIntents.cancel(canceled.id)
    for (const { id } of [paid, canceled]) {
      expect(
        await outcome(lab.stripe.paymentIntents.update(id, { amount: 500 }))
      ).toMatchObject({
        ok: false,
        error: { statusCode: 400, code: "payment_intent_unexpected_state" },
      })
    }
    const open = await intentOf(customer)
    expect(
      await lab.stripe.paymentIntents.update(open.id, { amount: 500 })
    ).toMatchObject({ amount: 500 })
  })
})
