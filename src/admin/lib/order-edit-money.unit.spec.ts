import type { OrderEditMoney, RefundPlan } from "../../types"
import {
  chosenValue,
  editSubmitText,
  isCentOff,
  moneyChoices,
  moneyText,
} from "./order-edit-money"

const t = (key: string, values?: Record<string, string>) =>
  [key, ...Object.values(values ?? {})].join("|")

const visa = {
  payment_method_id: "pm_visa",
  provider_id: "pp_stripe_stripe",
  brand: "visa",
  last4: "4242",
  exp_month: 12,
  exp_year: 2034,
}
const amex = { ...visa, payment_method_id: "pm_amex", brand: "amex" }

const plan = (
  kind: OrderEditMoney["kind"],
  owed: string,
  more: Partial<OrderEditMoney> = {}
) => ({
  owed,
  currency_code: "eur",
  settlement: {
    kind,
    amount: owed.replace("-", ""),
    refund_plan: null,
    saved_cards: [],
    payment_method_id: null,
    ...more,
  },
})

const valuesOf = (preview: ReturnType<typeof plan>) =>
  moneyChoices(preview).map(({ value }) => value)

const from = (payment_id: string, amount: string) => ({
  payment_id,
  provider_id: "pp_stripe_stripe",
  amount,
  refundable_amount: "50.00",
})

describe("the choices for the money", () => {
  it("are the customer's cards, a link, or later where the customer owes", () => {
    const preview = plan("charge", "-20.00", {
      saved_cards: [visa, amex],
      payment_method_id: "pm_visa",
    })
    expect(valuesOf(preview)).toEqual([
      "charge:pm_visa",
      "charge:pm_amex",
      "link",
      "later",
    ])
    expect(chosenValue(preview)).toBe("charge:pm_visa")
  })

  it("are a link or later where no card is saved", () => {
    expect(valuesOf(plan("link", "-20.00"))).toEqual(["link", "later"])
  })

  it("are now or later where the order owes", () => {
    expect(valuesOf(plan("refund", "12.00"))).toEqual(["refund", "later"])
    expect(valuesOf(plan("later", "12.00"))).toEqual(["refund", "later"])
  })

  it("are none where nothing moves", () => {
    expect(valuesOf(plan("none", "0.00"))).toEqual([])
    expect(valuesOf(plan("none", "5.00"))).toEqual([])
  })
})

describe("what happens with the money", () => {
  it("says where a refund goes, and how much to each of several payments", () => {
    const refund_plan = (...payments: RefundPlan["payments"]) =>
      ({ payments }) as RefundPlan
    expect(
      moneyText(
        plan("refund", "12.00", {
          refund_plan: refund_plan(from("pay_ABCDEFG", "12.00")),
        }),
        { pay_ABCDEFG: "Visa ••••4242" },
        t
      )
    ).toBe("refundOrderEdit.money.refund|€12.00|Visa ••••4242")
    expect(
      moneyText(
        plan("refund", "12.00", {
          refund_plan: refund_plan(
            from("pay_ABCDEFG", "5.00"),
            from("pay_HIJKLMN", "7.00")
          ),
        }),
        { pay_ABCDEFG: "Visa ••••4242" },
        t
      )
    ).toBe(
      "refundOrderEdit.money.refund|€12.00|€5.00 Visa ••••4242, €7.00 Stripe #HIJKLMN"
    )
  })

  it("names the card that is charged", () => {
    const preview = plan("charge", "-20.00", {
      saved_cards: [amex, visa],
      payment_method_id: "pm_visa",
    })
    expect(moneyText(preview, {}, t)).toBe(
      "refundOrderEdit.money.charge|€20.00|Visa ••••4242"
    )
  })

  it("says who owes when nothing moves now", () => {
    expect(moneyText(plan("later", "-20.00"), {}, t)).toBe(
      "refundOrderEdit.money.laterCustomer|€20.00"
    )
    expect(moneyText(plan("later", "12.00"), {}, t)).toBe(
      "refundOrderEdit.money.laterOrder|€12.00"
    )
    expect(moneyText(plan("none", "0.00"), {}, t)).toBe(
      "refundOrderEdit.money.none"
    )
  })
})

describe("the button of an edit", () => {
  it.each([
    ["refund", "12.00", "refundOrderEdit.submit.refund|€12.00"],
    ["charge", "-20.00", "refundOrderEdit.submit.charge|€20.00"],
    ["link", "-20.00", "refundOrderEdit.submit.save"],
    ["later", "12.00", "refundOrderEdit.submit.save"],
    ["none", "0.00", "refundOrderEdit.submit.save"],
  ] as const)("for %s of %s says %s", (kind, owed, expected) => {
    expect(editSubmitText(plan(kind, owed), t)).toBe(expected)
  })

  it("promises no money before the server has said what moves", () => {
    expect(editSubmitText(undefined, t)).toBe("refundOrderEdit.submit.save")
  })
})

describe("a rounding between the totals and the money", () => {
  it.each([
    ["19.82", "-19.83", true],
    ["19.82", "-19.82", false],
    ["19.82", "-19.84", false],
    ["8.91", "8.90", true],
    ["1", "2", true],
    ["4.210", "-4.215", true],
    ["4.210", "-4.230", false],
  ])("of %s and %s is explained: %s", (amount, difference, expected) => {
    const { settlement } = plan("refund", amount)
    expect(isCentOff({ settlement, difference })).toBe(expected)
  })

  it("is no matter where nothing moves", () => {
    const { settlement } = plan("none", "0.00")
    expect(isCentOff({ settlement, difference: "0.01" })).toBe(false)
  })
})
