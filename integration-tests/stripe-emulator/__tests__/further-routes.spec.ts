import { shapeCheck, type ShapeCheck } from "../schemas/validator"
import { openLab, outcome, paidCharge, refusal, type Lab } from "./support"

describe("further resources", () => {
  let lab: Lab
  let check: ShapeCheck
  beforeAll(async () => {
    check = shapeCheck()
    lab = await openLab()
  }, 120_000)
  afterAll(() => lab.emulator.close())
  beforeEach(() => lab.emulator.control.reset())

  const hasShape = (...objects: unknown[]) =>
    expect(
      objects.flatMap((each) => check(JSON.parse(JSON.stringify(each))))
    ).toEqual([])

  it("the balance is what payments left, pending and available", async () => {
    paidCharge(lab)
    const balance = await lab.stripe.balance.retrieve()
    expect(balance.pending).toMatchObject([{ amount: 941, currency: "eur" }])
    lab.emulator.control.advanceClock(3 * 24 * 60 * 60 * 1000)
    const later = await lab.stripe.balance.retrieve()
    expect(later.available).toMatchObject([{ amount: 941 }])
    hasShape(balance, later)
  })

  it("a customer's balance keeps its entries and what they came to", async () => {
    const { id } = await lab.stripe.customers.create()
    const entry = (amount: number) =>
      lab.stripe.customers.createBalanceTransaction(id, {
        amount,
        currency: "eur",
      })
    const first = await entry(-500)
    const second = await entry(200)
    expect(second.ending_balance).toBe(-300)
    const { data } = await lab.stripe.customers.listBalanceTransactions(id)
    expect(data.map((each) => each.id)).toEqual([second.id, first.id])
    expect((await lab.stripe.customers.retrieve(id)).deleted).toBeUndefined()
    const one = await lab.stripe.customers.retrieveBalanceTransaction(
      id,
      first.id
    )
    hasShape(one, await lab.stripe.customers.retrieve(id))
  })

  it("a bank transfer lies in the cash balance", async () => {
    const { id } = await lab.stripe.customers.create()
    await lab.stripe.testHelpers.customers.fundCashBalance(id, {
      amount: 700,
      currency: "eur",
    })
    const cash = await lab.stripe.customers.retrieveCashBalance(id)
    expect(cash.available).toEqual({ eur: 700 })
    hasShape(cash)
  })

  it("a setup intent saves a payment method that can be charged later", async () => {
    const customer = await lab.stripe.customers.create()
    const setup = await lab.stripe.setupIntents.create({
      customer: customer.id,
      confirm: true,
      payment_method: "pm_card_visa",
    })
    expect(setup.status).toBe("succeeded")
    const paid = await lab.stripe.paymentIntents.create({
      amount: 500,
      currency: "eur",
      customer: customer.id,
      payment_method: String(setup.payment_method),
      confirm: true,
      off_session: true,
    })
    expect(paid.status).toBe("succeeded")
    hasShape(setup, await lab.stripe.setupIntents.retrieve(setup.id))
  })

  it("payment methods are made of a type and listed", async () => {
    const made = await lab.stripe.paymentMethods.create({
      type: "klarna",
      billing_details: { email: "a@b.example" },
    })
    expect(made.billing_details.email).toBe("a@b.example")
    const { data } = await lab.stripe.paymentMethods.list({ type: "klarna" })
    expect(data.map(({ id }) => id)).toEqual([made.id])
    hasShape(made)
  })

  it("older clients refund by the charge, and find its dispute there", async () => {
    const charge = paidCharge(lab)
    const answer = await fetch(
      `${lab.emulator.url}/v1/charges/${charge}/refunds`,
      {
        method: "POST",
        headers: { authorization: `Bearer ${lab.emulator.apiKey}` },
        body: new URLSearchParams({ amount: "400" }),
      }
    )
    expect(await answer.json()).toMatchObject({ amount: 400, charge })
    const { id } = lab.emulator.control.openDispute({ charge })
    const dispute = await fetch(
      `${lab.emulator.url}/v1/charges/${charge}/dispute`,
      { headers: { authorization: `Bearer ${lab.emulator.apiKey}` } }
    )
    expect(await dispute.json()).toMatchObject({ id })
  })

  it("payment intents are found by a search", async () => {
    const create = (order_id: string) =>
      lab.stripe.paymentIntents.create({
        amount: 500,
        currency: "eur",
        metadata: { order_id },
      })
    const wanted = await create("order_1")
    await create("order_2")
    const search = (query: string) =>
      lab.stripe.paymentIntents.search({ query })
    const { data } = await search(
      "metadata['order_id']:'order_1' AND amount>100"
    )
    expect(data.map(({ id }) => id)).toEqual([wanted.id])
    expect((await search("-metadata['order_id']:'order_1'")).data).toHaveLength(
      1
    )
    expect(await refusal(search("colour?"))).toMatchObject({
      statusCode: 400,
      param: "query",
    })
  })

  describe("Stripe Tax", () => {
    const sale = () =>
      lab.emulator.control.addTaxTransaction({
        currency: "eur",
        reference: "order_1",
        lines: [
          { reference: "mug", amount: 1000, amount_tax: 190 },
          { reference: "book", amount: 500, amount_tax: 35 },
        ],
      })
    const reverse = (
      original_transaction: string,
      reference: string,
      flat_amount?: number
    ) =>
      lab.stripe.tax.transactions.createReversal({
        mode: flat_amount ? "partial" : "full",
        flat_amount,
        original_transaction,
        reference,
        expand: ["line_items"],
      })

    it("takes a whole sale back", async () => {
      const reversal = await reverse(sale().id, "refund_1")
      expect(reversal).toMatchObject({
        type: "reversal",
        line_items: {
          data: [
            { amount: -1000, amount_tax: -190 },
            { amount: -500, amount_tax: -35 },
          ],
        },
      })
      hasShape(reversal)
    })

    it("takes a part back, over all lines, and never more than was sold", async () => {
      const { id } = sale()
      const { line_items } = await reverse(id, "refund_1", -1000)
      const sum = line_items?.data.reduce(
        (total, line) => total + line.amount + line.amount_tax,
        0
      )
      expect(sum).toBe(-1000)
      expect(await refusal(reverse(id, "refund_1", -1))).toMatchObject({
        param: "reference",
      })
      expect((await outcome(reverse(id, "refund_2", -800))).ok).toBe(false)
      expect((await outcome(reverse(id, "refund_3", -725))).ok).toBe(true)
    })
  })

  describe("credit notes", () => {
    const invoice = async () => {
      const { id: customer } = await lab.stripe.customers.create()
      const draft = await lab.stripe.invoices.create({
        customer,
        currency: "eur",
      })
      await lab.stripe.invoiceItems.create({
        customer,
        invoice: draft.id,
        amount: 1000,
        currency: "eur",
      })
      return await lab.stripe.invoices.finalizeInvoice(draft.id)
    }

    it("of an open invoice leave less to pay, and can be voided", async () => {
      const { id } = await invoice()
      const note = await lab.stripe.creditNotes.create({
        invoice: id,
        amount: 400,
      })
      const remaining = async () =>
        (await lab.stripe.invoices.retrieve(id)).amount_remaining
      expect(await remaining()).toBe(600)
      hasShape(note, await lab.stripe.invoices.retrieve(id))
      await lab.stripe.creditNotes.voidCreditNote(note.id)
      expect(await remaining()).toBe(1000)
    })

    it("of a paid invoice say where all of the money goes", async () => {
      const { id, customer } = await invoice()
      await lab.stripe.invoices.pay(id, { paid_out_of_band: true })
      const credit = (more: object) =>
        lab.stripe.creditNotes.create({ invoice: id, amount: 400, ...more })
      expect((await refusal(credit({})))?.message).toMatch(/must add up/)
      await credit({ credit_amount: 300, out_of_band_amount: 100 })
      expect(
        await lab.stripe.customers.retrieve(String(customer))
      ).toMatchObject({ balance: -300 })
    })
  })

  describe("pages on which customers pay", () => {
    const line_items = [
      {
        quantity: 2,
        price_data: {
          currency: "eur",
          unit_amount: 450,
          product_data: { name: "Mug" },
        },
      },
    ]

    it("a checkout session is paid once, and a declined card leaves it open", async () => {
      const { control } = lab.emulator
      const session = await lab.stripe.checkout.sessions.create({
        mode: "payment",
        line_items,
        success_url: "https://shop.example",
      })
      expect(session).toMatchObject({ status: "open", amount_total: 900 })
      expect(() =>
        control.payCheckoutSession(session.id, "pm_card_visa_chargeDeclined")
      ).toThrow("declined")
      const paid = control.payCheckoutSession(session.id)
      expect(paid).toMatchObject({ status: "complete", payment_status: "paid" })
      expect(
        await lab.stripe.paymentIntents.retrieve(String(paid.payment_intent))
      ).toMatchObject({ status: "succeeded", amount_received: 900 })
      expect(() => control.payCheckoutSession(session.id)).toThrow("complete")
      hasShape(session, paid)
    })

    it("a payment link is paid at until it is switched off", async () => {
      const { control } = lab.emulator
      const link = await lab.stripe.paymentLinks.create({ line_items })
      const session = control.openPaymentLink(link.id)
      expect(session).toMatchObject({
        payment_link: link.id,
        amount_total: 900,
      })
      await lab.stripe.paymentLinks.update(link.id, { active: false })
      expect(() => control.openPaymentLink(link.id)).toThrow("not active")
      hasShape(link)
    })
  })
})
