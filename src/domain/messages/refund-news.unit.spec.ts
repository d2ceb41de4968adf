import { refund, refundLine, transaction } from "../__fixtures__/books"
import { refundNews, type ToldNews } from "./refund-news"

const told = (
  template: ToldNews["template"],
  ...transactions: string[]
): ToldNews => ({ template, transactions, at: "2026-11-20T09:00:00.000Z" })

const templateOf = (news: ReturnType<typeof refundNews>) =>
  "silent" in news ? null : news.template

const failedRefund = (more: Parameters<typeof transaction>[0] = {}) =>
  refund({
    status: "failed",
    transactions: [transaction({ status: "failed", ...more })],
  })

describe("what a customer is told of a refund", () => {
  it("is that it is on its way, once the provider has it", () => {
    const pending = refund({
      status: "pending",
      transactions: [transaction({ status: "pending" })],
    })
    expect(refundNews(pending, [])).toMatchObject({
      template: "refund.on-its-way",
      transactions: ["reftrx_1"],
      data: {
        amount: "10",
        lines: [{ title: "T-shirt", quantity: 1, amount: "10.00" }],
        expected: { from: expect.any(String), to: expect.any(String) },
      },
    })
  })

  it.each(["insufficient_funds", "charge_pending"])(
    "is nothing while the money has not left (%s)",
    (pending_reason) => {
      const waiting = refund({
        status: "pending",
        transactions: [transaction({ status: "pending", pending_reason })],
      })
      expect(refundNews(waiting, [])).toEqual({
        silent: "The money has not been sent yet.",
      })
    }
  )

  it.each(["processing", "requires_action"] as const)(
    "is nothing while it is %s",
    (status) => {
      expect(templateOf(refundNews(refund({ status }), []))).toBeNull()
    }
  )

  it("is each thing once, however often it is asked for", () => {
    const news = refundNews(refund(), [])
    expect(templateOf(news)).toBe("refund.succeeded")
    expect(
      templateOf(refundNews(refund(), [told("refund.succeeded", "reftrx_1")]))
    ).toBeNull()
  })

  it("is once for a refund of two payments that end one after the other", () => {
    const first = transaction({ id: "reftrx_1", amount: "6" })
    const second = transaction({
      id: "reftrx_2",
      amount: "4",
      status: "pending",
    })
    const half = refund({ status: "pending", transactions: [second, first] })
    expect(refundNews(half, [])).toMatchObject({
      template: "refund.on-its-way",
      transactions: ["reftrx_1", "reftrx_2"],
    })
    const earlier = [told("refund.on-its-way", "reftrx_1", "reftrx_2")]
    expect(templateOf(refundNews(half, earlier))).toBeNull()
  })

  it("is that a refund failed after it was told to be paid", () => {
    const news = refundNews(failedRefund(), [
      told("refund.succeeded", "reftrx_1"),
    ])
    expect(news).toMatchObject({
      template: "refund.failed",
      data: {
        failed: "10",
        told_succeeded_at: "2026-11-20T09:00:00.000Z",
        expected: null,
      },
    })
  })

  it("is nothing of a refund that was refused at once", () => {
    expect(
      templateOf(refundNews(failedRefund({ accepted_at: null }), []))
    ).toBeNull()
  })

  it("is again that it is on its way when it is tried again", () => {
    const retried = refund({
      status: "pending",
      transactions: [
        transaction({
          status: "failed",
          superseded_at: "2026-11-20T09:00:00.000Z",
        }),
        transaction({ id: "reftrx_2", status: "pending" }),
      ],
    })
    expect(
      refundNews(retried, [
        told("refund.on-its-way", "reftrx_1"),
        told("refund.failed", "reftrx_1"),
      ])
    ).toMatchObject({
      template: "refund.on-its-way",
      transactions: ["reftrx_2"],
    })
  })

  it("is a withdrawal only to who was told of the refund", () => {
    const superseded_at = "2026-11-20T09:00:00.000Z"
    const withdrawn = refund({
      status: "withdrawn",
      revoked_at: superseded_at,
      transactions: [transaction({ status: "failed", superseded_at })],
    })
    expect(templateOf(refundNews(withdrawn, []))).toBeNull()
    expect(
      templateOf(refundNews(withdrawn, [told("refund.failed", "reftrx_1")]))
    ).toBe("refund.withdrawn")
  })

  it("is a failure where Stripe gave up what the order still owes", () => {
    const given = (revoked_at: string | null) =>
      refund({
        status: "canceled",
        revoked_at,
        transactions: [transaction({ status: "canceled" })],
      })
    expect(templateOf(refundNews(given(null), []))).toBe("refund.failed")
    expect(
      templateOf(refundNews(given("2026-11-20T09:00:00.000Z"), []))
    ).toBeNull()
  })

  it("says which part was paid past the providers, and claims no date for it", () => {
    const news = refundNews(
      refund({ transactions: [transaction({ method: "other" })] }),
      []
    )
    expect(news).toMatchObject({
      template: "refund.succeeded",
      data: { paid_another_way: "10", expected: null, references: [] },
    })
  })

  it("is nothing where another refund of the order paid it", () => {
    expect(
      templateOf(
        refundNews(
          refund({ transactions: [transaction({ method: "refund" })] }),
          []
        )
      )
    ).toBeNull()
  })

  it("names the charges that disappear, and references of banks", () => {
    const lines = [refundLine({ amount: "30.00" })]
    const news = refundNews(
      refund({
        lines,
        transactions: [
          transaction({ amount: "20.00", card_refund_type: "reversal" }),
          transaction({ id: "reftrx_2", amount: "10.00", reference: "ARN7" }),
        ],
      }),
      []
    )
    expect(news).toMatchObject({
      data: { reversed: "20", references: ["ARN7"] },
    })
  })
})
