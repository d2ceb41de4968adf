import { waitingTexts } from "./waiting-text"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join(" ")

const transaction = (change: object) => ({
  status: "pending" as const,
  superseded_at: null,
  pending_reason: null,
  action_email_sent_at: null,
  action_expires_at: null,
  ...change,
})

const texts = (status: "pending" | "requires_action", ...changes: object[]) =>
  waitingTexts(
    {
      transactions: changes.map((change) => transaction({ status, ...change })),
    },
    status,
    t,
    "en"
  )

describe("what a refund waits for", () => {
  it("is the bank, where nothing else is said", () => {
    expect(texts("pending", {})).toEqual(["refunds.next.pending"])
    expect(texts("pending", { pending_reason: "processing" })).toEqual([
      "refunds.next.pending",
    ])
  })

  it.each(["insufficient_funds", "charge_pending"])(
    "is something nearer, once: %s",
    (pending_reason) => {
      expect(
        texts("pending", { pending_reason }, { pending_reason }, {})
      ).toEqual([`refunds.next.${pending_reason}`])
    }
  )

  it("is no reason of a movement that has ended or was replaced", () => {
    const gone = { pending_reason: "insufficient_funds" }
    expect(
      texts(
        "pending",
        { ...gone, status: "failed" },
        { ...gone, superseded_at: "2026-01-01T00:00:00.000Z" }
      )
    ).toEqual(["refunds.next.pending"])
  })

  it("is the customer's answer to an e-mail, with its dates", () => {
    expect(
      texts("requires_action", {
        action_email_sent_at: "2026-01-02T12:00:00.000Z",
        action_expires_at: "2026-02-16T12:00:00.000Z",
      })
    ).toEqual([
      "refunds.next.email_sent Jan 2, 2026",
      "refunds.next.expires Feb 16, 2026",
    ])
    expect(texts("requires_action", {})).toEqual([
      "refunds.next.requires_action",
    ])
  })
})
