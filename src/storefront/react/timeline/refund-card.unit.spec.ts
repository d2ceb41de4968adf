import { createElement } from "react"
import { renderToStaticMarkup } from "react-dom/server"
import type { StoreOrderRefund } from "../../../types/store"
import { refundsClient } from "../../client/refunds-client"
import { de } from "../../messages"
import { RefundsContext } from "../provider/refunds-context"
import { RefundCard } from "./refund-card"

const refund: StoreOrderRefund = {
  id: "orref_1",
  status: "on_its_way",
  currency_code: "eur",
  amount: "1019.82",
  lines: [
    {
      kind: "item",
      item_id: "ordli_1",
      title: "<b>Shirt</b>",
      quantity: 2,
      amount: "1019.82",
    },
  ],
  note: null,
  timeline: [
    { status: "requested", at: "2026-12-01T10:00:00.000Z" },
    { status: "on_its_way", at: "2026-12-01T10:00:01.000Z" },
  ],
  next_step: "wait",
  methods: [],
  expected_at: {
    from: "2026-12-08T10:00:00.000Z",
    to: "2026-12-15T10:00:00.000Z",
  },
  bank_references: [],
  is_reversal: false,
  action_expires_at: null,
  created_at: "2026-12-01T10:00:00.000Z",
}

const render = (change: Partial<StoreOrderRefund> = {}) =>
  renderToStaticMarkup(
    createElement(
      RefundsContext.Provider,
      {
        value: {
          client: refundsClient({ baseUrl: "" }),
          orderId: "order_1",
          access: null,
          locale: "de",
          messages: de,
          classNames: { card: "my-card" },
          order: {
            state: null,
            error: null,
            version: 0,
            refresh: () => undefined,
          },
        },
      },
      createElement(RefundCard, { refund: { ...refund, ...change } })
    )
  ).replaceAll("\u00a0", " ")

describe("a refund on the page", () => {
  it("says how much, where it is, and when it comes", () => {
    const page = render()
    expect(page).toContain("Erstattung von 1.019,82 €")
    expect(page).toContain("Unterwegs")
    expect(page).toContain(
      "Voraussichtlich zwischen 8. Dezember 2026 und 15. Dezember 2026"
    )
  })

  it("takes the shop's class names, and the status for style sheets", () => {
    expect(render()).toContain('<li class="my-card" data-status="on_its_way">')
  })

  it("marks the latest step", () => {
    expect(render().match(/aria-current="step"/g)).toHaveLength(1)
  })

  it("shows what a merchant wrote as text", () => {
    expect(render()).toContain("2 × &lt;b&gt;Shirt&lt;/b&gt;")
  })

  it("of a charge that disappears promises no entry and no date", () => {
    const page = render({ status: "refunded", is_reversal: true })
    expect(page).toContain("verschwindet von Ihrer Abrechnung")
    expect(page).not.toContain("Voraussichtlich")
  })

  it("says by which way it comes, in the customer's language where there is a word", () => {
    const page = render({
      methods: [
        { type: "card", name: "Card" },
        { type: "klarna", name: "Klarna" },
        { type: "constructor", name: "Other" },
      ],
    })
    expect(page).toContain("Rückzahlung über: Karte, Klarna, Other")
  })

  it("that failed says that the money is still owed", () => {
    const page = render({ status: "failed", expected_at: null })
    expect(page).toContain("Wir schulden es Ihnen weiterhin")
    expect(page).not.toContain("Voraussichtlich")
  })

  it("has each bank reference, and until when an e-mail must be answered", () => {
    const page = render({
      status: "action_required",
      bank_references: ["ARN 1", "ARN 2"],
      action_expires_at: new Date(2026, 11, 16).toISOString(),
    })
    expect(page).toContain("diese Referenz: ARN 1")
    expect(page).toContain("diese Referenz: ARN 2")
    expect(page).toContain("bis 15. Dezember 2026")
  })
})
