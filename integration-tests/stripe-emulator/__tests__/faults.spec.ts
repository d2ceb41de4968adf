import { openLab, outcome, type Lab } from "./support"

describe("faults of the emulator", () => {
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
    }).payment_intent?.id ?? ""
  const refund = (payment_intent: string) =>
    outcome(lab.stripe.refunds.create({ payment_intent, amount: 400 }))
  const refunds = () => lab.emulator.control.snapshot().refunds.length

  it("can hit the calls of one payment intent only", async () => {
    const [hit, other] = [paid(), paid()]
    lab.emulator.control.addFault({
      method: "POST",
      path: "/v1/refunds",
      when: ({ payment_intent }) => payment_intent === hit,
      effect: "500_unsaved",
    })
    expect((await refund(other)).ok).toBe(true)
    expect((await refund(hit)).ok).toBe(false)
    expect((await refund(hit)).ok).toBe(true)
    expect(refunds()).toBe(2)
  })

  it("can swallow a call: nothing is carried out, nothing answered", async () => {
    lab.emulator.control.addFault({
      path: "/v1/refunds",
      effect: "timeout_before",
    })
    const intent = paid()
    expect((await refund(intent)).ok).toBe(false)
    expect(refunds()).toBe(0)
    expect((await refund(intent)).ok).toBe(true)
    expect(refunds()).toBe(1)
  })
})
