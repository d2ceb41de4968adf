import { eventTypes, openLab, outcome, paidCharge, type Lab } from "./support"

describe("disputes", () => {
  let lab: Lab
  let charge: string
  beforeAll(async () => {
    lab = await openLab()
  })
  afterAll(() => lab.emulator.close())
  beforeEach(() => {
    lab.emulator.control.reset()
    charge = paidCharge(lab)
  })

  const balance = () =>
    lab.emulator.control
      .snapshot()
      .balanceTransactions.reduce((sum, { amount }) => sum + amount, 0)
  const refund = () => lab.stripe.refunds.create({ charge, amount: 400 })
  const expectBlocked = async () =>
    expect(await outcome(refund())).toMatchObject({
      ok: false,
      error: {
        statusCode: 400,
        code: "charge_disputed",
        message: `Charge ${charge} has been charged back; cannot issue a refund.`,
      },
    })

  describe("a chargeback", () => {
    it("takes the money and blocks refunds, in the Dashboard too", async () => {
      const { control } = lab.emulator
      const { id } = control.openDispute({ charge })
      expect(await lab.stripe.disputes.retrieve(id)).toMatchObject({
        amount: 1000,
        charge,
        reason: "fraudulent",
        status: "needs_response",
        is_charge_refundable: false,
        payment_method_details: { card: { case_type: "chargeback" } },
        balance_transactions: [{ amount: -1000, type: "adjustment" }],
      })
      expect((await lab.stripe.charges.retrieve(charge)).disputed).toBe(true)
      expect(balance()).toBe(0)
      await expectBlocked()
      expect(() => control.refundInDashboard({ charge })).toThrow(
        "charged back"
      )
      expect(eventTypes(lab)).toEqual([
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
      ])
    })

    it("that is won gives the money back, and refunds are possible again", async () => {
      const { control } = lab.emulator
      const { id } = control.openDispute({ charge, amount: 600 })
      expect(balance()).toBe(400)
      expect(control.winDispute(id)).toMatchObject({
        status: "won",
        is_charge_refundable: true,
      })
      expect(balance()).toBe(1000)
      expect(eventTypes(lab).slice(2)).toEqual([
        "charge.dispute.funds_reinstated",
        "charge.dispute.closed",
      ])
      expect((await refund()).status).toBe("succeeded")
    })

    it("that is lost stays blocked, and is over", async () => {
      const { control } = lab.emulator
      const { id } = control.openDispute({ charge })
      expect(control.loseDispute(id).status).toBe("lost")
      expect(eventTypes(lab).slice(2)).toEqual(["charge.dispute.closed"])
      await expectBlocked()
      expect(() => control.winDispute(id)).toThrow("already closed")
      expect(() => control.openDispute({ charge })).toThrow(RangeError)
    })

    it("fails a refund that is still pending, and leaves one that is not", async () => {
      const { control } = lab.emulator
      charge = paidCharge(lab, "pm_card_pendingRefund")
      const settled = control.settleRefund((await refund()).id)
      const pending = await refund()
      const before = eventTypes(lab).length
      control.openDispute({ charge })
      expect(await lab.stripe.refunds.retrieve(pending.id)).toMatchObject({
        status: "failed",
        failure_reason: "charge_for_pending_refund_disputed",
      })
      expect((await lab.stripe.refunds.retrieve(settled.id)).status).toBe(
        "succeeded"
      )
      expect(eventTypes(lab).slice(before)).toEqual([
        "charge.dispute.created",
        "charge.dispute.funds_withdrawn",
        "refund.failed",
        "refund.updated",
        "charge.refund.updated",
      ])
    })

    it("cannot be about more than was captured, or about no payment", () => {
      const { control } = lab.emulator
      expect(() => control.openDispute({ charge, amount: 1001 })).toThrow(
        RangeError
      )
      expect(() => control.openDispute({ charge: "ch_none" })).toThrow(
        "No such charge"
      )
      expect(lab.emulator.control.snapshot().disputes).toEqual([])
    })
  })

  describe("an inquiry", () => {
    it("moves no money and lets refunds through, until it is closed", async () => {
      const { control } = lab.emulator
      const { id } = control.openDispute({ charge, inquiry: true })
      expect(await lab.stripe.disputes.retrieve(id)).toMatchObject({
        status: "warning_needs_response",
        is_charge_refundable: true,
        payment_method_details: { card: { case_type: "inquiry" } },
        balance_transactions: [],
      })
      expect((await lab.stripe.charges.retrieve(charge)).disputed).toBe(false)
      await refund()
      expect(() => control.winDispute(id)).toThrow("warning_needs_response")
      expect(control.closeInquiry(id).status).toBe("warning_closed")
      expect(
        eventTypes(lab).filter((type) => type.includes("dispute"))
      ).toEqual(["charge.dispute.created", "charge.dispute.closed"])
    })

    it("that is escalated is a chargeback, with all that follows", async () => {
      const { control } = lab.emulator
      charge = paidCharge(lab, "pm_card_pendingRefund")
      const { id } = control.openDispute({ charge, inquiry: true })
      const pending = await refund()
      expect(control.escalateInquiry(id)).toMatchObject({
        status: "needs_response",
        is_charge_refundable: false,
        payment_method_details: { card: { case_type: "chargeback" } },
      })
      expect((await lab.stripe.refunds.retrieve(pending.id)).status).toBe(
        "failed"
      )
      await expectBlocked()
      const events = lab.emulator.control.snapshot().events.slice(-5)
      expect(events.map(({ type }) => type)).toEqual([
        "charge.dispute.updated",
        "charge.dispute.funds_withdrawn",
        "refund.failed",
        "refund.updated",
        "charge.refund.updated",
      ])
      expect(events[0]?.data.previous_attributes).toMatchObject({
        status: "warning_needs_response",
        payment_method_details: { card: { case_type: "inquiry" } },
      })
    })
  })
})
