import type { OrderEditSettlement } from "../../types"
import { settlementNow, type MoneyNow } from "./settlement-now"

const LINK =
  "https://shop.example/payment-collection/pay_col_1?order_id=order_1"

const settlement = (
  over: Partial<OrderEditSettlement>
): OrderEditSettlement => ({
  kind: "link",
  status: "waiting",
  amount: "12.00",
  order_refund_id: null,
  payment_id: null,
  payment_collection_id: null,
  payment_link: null,
  code: null,
  message: null,
  decline_code: null,
  advice_code: null,
  ...over,
})

const NOTHING: MoneyNow = {
  refund: null,
  asked: "0.00",
  collected: false,
  owed: "0.00",
}
const now = (over: Partial<MoneyNow>): MoneyNow => ({ ...NOTHING, ...over })

describe("the money of an edit by now", () => {
  describe("where the customer owed", () => {
    const asked = (over: Partial<OrderEditSettlement> = {}) => ({
      owed: "-12.00",
      settlement: settlement({
        payment_collection_id: "pay_col_1",
        payment_link: LINK,
        ...over,
      }),
    })

    it("waits for what the link asks for by now", () => {
      expect(settlementNow(asked(), now({ asked: "4.18" }))).toEqual({
        ...asked().settlement,
        amount: "4.18",
      })
    })

    it.each([
      ["link", "waiting"],
      ["later", "owing"],
    ] as const)("is settled once the link was paid: %s", (kind, status) => {
      const paid = now({ collected: true })
      expect(settlementNow(asked({ kind, status }), paid)).toMatchObject({
        kind,
        status: "settled",
        amount: "12.00",
        payment_link: null,
      })
    })

    it("was no charge where the card was refused and the link was paid", () => {
      const refused = asked({
        kind: "charge",
        status: "failed",
        code: "card_declined",
        message: "Your card was declined.",
      })
      expect(settlementNow(refused, now({ asked: "12.00" }))).toEqual(
        refused.settlement
      )
      expect(settlementNow(refused, now({ collected: true }))).toMatchObject({
        kind: "link",
        status: "settled",
        code: null,
        message: null,
      })
    })

    it.each([
      ["link", "waiting"],
      ["charge", "failed"],
    ] as const)(
      "moved no money where a later edit took back what it asked for: %s",
      (kind, status) => {
        expect(settlementNow(asked({ kind, status }), NOTHING)).toMatchObject({
          kind: "none",
          status: "settled",
          payment_link: null,
        })
      }
    )

    it("stays settled when a later edit asks for more", () => {
      const charged = asked({ kind: "charge", status: "settled" })
      expect(settlementNow(charged, now({ asked: "7.00" }))).toEqual(
        charged.settlement
      )
    })
  })

  describe("where the order owed", () => {
    const owing = (over: Partial<OrderEditSettlement> = {}) => ({
      owed: "12.00",
      settlement: settlement({ kind: "refund", status: "settled", ...over }),
    })
    const refund = (
      status: NonNullable<MoneyNow["refund"]>["status"],
      failed = "0"
    ) => ({ status, failed, reason: "The bank refused." })

    it.each(["succeeded", "pending", "requires_action"] as const)(
      "is settled by a refund that is %s",
      (status) => {
        expect(
          settlementNow(owing(), now({ refund: refund(status) }))
        ).toMatchObject({ kind: "refund", status: "settled", amount: "12.00" })
      }
    )

    it("is open again when the bank rejects the refund later, for that part", () => {
      const money = now({ refund: refund("partially_failed", "5.00") })
      expect(settlementNow(owing(), money)).toMatchObject({
        kind: "refund",
        status: "failed",
        amount: "5.00",
        message: "The bank refused.",
      })
    })

    it("is being settled while the refund is tried again", () => {
      const failed = owing({ status: "failed" })
      expect(
        settlementNow(failed, now({ refund: refund("processing") })).status
      ).toBe("processing")
    })

    it("is settled without a refund when the refund was taken back", () => {
      expect(
        settlementNow(owing(), now({ refund: refund("withdrawn") }))
      ).toMatchObject({ kind: "none", status: "settled" })
    })

    it.each([null, "failed", "canceled"] as const)(
      "is owed as long as the order owes, where no money moved: %s",
      (status) => {
        const failed = owing({ status: "failed", message: "Refused." })
        const money = { refund: status && refund(status) }
        expect(
          settlementNow(failed, now({ ...money, owed: "7.00" }))
        ).toMatchObject({ status: "failed", amount: "7.00" })
        expect(settlementNow(failed, now(money))).toMatchObject({
          kind: "later",
          status: "settled",
          message: null,
        })
      }
    )

    it("owes no more for itself than it did", () => {
      const later = owing({ kind: "later", status: "owing" })
      expect(settlementNow(later, now({ owed: "40.00" }))).toEqual(
        later.settlement
      )
    })
  })

  it("is left to the job while its outcome is not known", () => {
    const edit = {
      owed: "-12.00",
      settlement: settlement({ status: "processing" }),
    }
    expect(settlementNow(edit, NOTHING)).toEqual(edit.settlement)
  })
})
