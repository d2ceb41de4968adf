import { openLab, paidCharge, type Lab } from "./support"

const DAYS = 24 * 60 * 60 * 1000

/** Rows are those of `stripe-recorded/answers.jsonl`. */
describe("the balance, as recorded", () => {
  let lab: Lab
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => {
    lab.emulator.control.reset()
    lab.emulator.control.setDelays({ balanceTransaction: 0 })
  })

  const transactionsOf = async (source: string) =>
    (await lab.stripe.balanceTransactions.list({ source })).data

  it("a payment costs a fee and is available days later", async () => {
    const charge = paidCharge(lab)
    expect(await transactionsOf(charge)).toMatchObject([
      {
        amount: 1000,
        fee: 59,
        net: 941,
        fee_details: [{ amount: 59, type: "stripe_fee" }],
        status: "pending",
        type: "charge",
      },
    ])
    lab.emulator.control.advanceClock(3 * DAYS)
    expect(await transactionsOf(charge)).toMatchObject([
      { status: "available" },
    ])
  })

  it("a charge has its transaction only after a while; charge.updated tells", async () => {
    const { control } = lab.emulator
    control.setDelays({ balanceTransaction: 300 })
    const charge = paidCharge(lab)
    const transaction = async () =>
      (await lab.stripe.charges.retrieve(charge)).balance_transaction
    expect(await transaction()).toBeNull()
    control.advanceClock(400)
    expect(await transaction()).toEqual(expect.any(String))
    expect(control.snapshot().events.at(-1)?.type).toBe("charge.updated")
  })

  it("a refund costs nothing and gives no fee back", async () => {
    const { id } = await lab.stripe.refunds.create({ charge: paidCharge(lab) })
    expect(await transactionsOf(id)).toMatchObject([
      {
        amount: -1000,
        fee: 0,
        net: -1000,
        status: "pending",
        description: "REFUND FOR CHARGE",
      },
    ])
  })

  it("a chargeback costs a fee that winning does not give back (rows 053 and 054)", async () => {
    const { control } = lab.emulator
    const charge = paidCharge(lab)
    const { id } = control.openDispute({ charge })
    control.winDispute(id)
    const dispute = await lab.stripe.disputes.retrieve(id)
    expect(dispute.balance_transactions).toMatchObject([
      {
        amount: -1000,
        fee: 1500,
        net: -2500,
        description: `Chargeback withdrawal for ${charge}`,
        fee_details: [{ description: "Dispute fee" }],
        reporting_category: "dispute",
      },
      { amount: 1000, fee: 0, reporting_category: "dispute_reversal" },
    ])
    expect(dispute).toMatchObject({
      balance_transaction: dispute.balance_transactions[0]?.id,
    })
    expect(await transactionsOf(id)).toEqual([])
    expect(control.snapshot().events.at(-1)?.type).toBe("charge.updated")
  })

  it("money of another currency is exchanged (row 053)", async () => {
    const foreign = await openLab({
      settlement: { currency: "jpy", rate: 150 },
    })
    const charge = paidCharge(foreign)
    const { data } = await foreign.stripe.balanceTransactions.list({
      source: charge,
    })
    expect(data).toMatchObject([
      { amount: 1500, currency: "jpy", exchange_rate: 150 },
    ])
    await foreign.emulator.close()
  })
})
