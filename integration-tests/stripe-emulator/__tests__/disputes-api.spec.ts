import type Stripe from "stripe"
import { eventTypes, openLab, outcome, paidCharge, type Lab } from "./support"

describe("disputes over the API", () => {
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

  const answer = (id: string, uncategorized_text: string) =>
    lab.stripe.disputes.update(id, { evidence: { uncategorized_text } })

  it.each([
    [false, "winning_evidence", "won"],
    [false, "losing_evidence", "lost"],
    [false, "escalate_inquiry_evidence", "under_review"],
    [false, "It was delivered.", "under_review"],
    [true, "winning_evidence", "warning_closed"],
    [true, "losing_evidence", "warning_closed"],
    [true, "escalate_inquiry_evidence", "needs_response"],
    [true, "It was delivered.", "warning_under_review"],
  ])("inquiry %s, evidence %s: %s", async (inquiry, text, status) => {
    const { id } = lab.emulator.control.openDispute({ charge, inquiry })
    expect(await answer(id, text)).toMatchObject({
      status: inquiry ? "warning_under_review" : "under_review",
      evidence: { uncategorized_text: text },
      evidence_details: {
        has_evidence: true,
        submission_count: 1,
        submission_method: "manual",
      },
    })
    expect((await lab.stripe.disputes.retrieve(id)).status).toBe(status)
    expect(eventTypes(lab)).toContain("charge.dispute.updated")
  })

  it("evidence can be kept and submitted later", async () => {
    const { id } = lab.emulator.control.openDispute({ charge })
    const kept = await lab.stripe.disputes.update(id, {
      evidence: { uncategorized_text: "winning_evidence" },
      metadata: { a: "1" },
      submit: false,
    })
    expect(kept).toMatchObject({
      status: "needs_response",
      metadata: { a: "1" },
      evidence_details: { has_evidence: true, submission_count: 0 },
    })
    await lab.stripe.disputes.update(id, { submit: true })
    expect((await lab.stripe.disputes.retrieve(id)).status).toBe("won")
  })

  it("closing is losing, and closed is closed", async () => {
    const { id } = lab.emulator.control.openDispute({ charge })
    expect((await lab.stripe.disputes.close(id)).status).toBe("lost")
    const message = "This dispute is already closed"
    const again = { ok: false, error: { statusCode: 400, message } }
    expect(await outcome(lab.stripe.disputes.close(id))).toMatchObject(again)
    expect(await outcome(answer(id, "x"))).toMatchObject(again)
  })

  it("unknown disputes and unknown evidence are refused", async () => {
    const { id } = lab.emulator.control.openDispute({ charge })
    const wrong = { evidence: { colour: "red" } }
    expect(
      await outcome(lab.stripe.disputes.update(id, wrong as never))
    ).toMatchObject({ error: { code: "parameter_unknown" } })
    expect(
      await outcome(lab.stripe.disputes.retrieve("du_none"))
    ).toMatchObject({
      error: { statusCode: 404, code: "resource_missing", param: "dispute" },
    })
  })

  it("lists are filtered by charge, payment intent and time", async () => {
    const { control } = lab.emulator
    const first = control.openDispute({ charge })
    control.advanceClock(60_000)
    const second = control.openDispute({ charge: paidCharge(lab) })
    const ids = async (params: Stripe.DisputeListParams) =>
      (await lab.stripe.disputes.list(params)).data.map(({ id }) => id)
    expect(await ids({})).toEqual([second.id, first.id])
    expect(await ids({ charge })).toEqual([first.id])
    expect(
      await ids({ payment_intent: String(second.payment_intent) })
    ).toEqual([second.id])
    expect(await ids({ created: { gt: first.created } })).toEqual([second.id])
  })
})
