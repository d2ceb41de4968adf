import { usualPolicy } from "./__fixtures__/policy-case"
import { mayApproveByItself, mayKeepItem } from "./approval-limits"
import type { PolicyAmount } from "./policy-types"

const order = {
  currency_code: "eur",
  disputed: false,
  flagged: false,
  contested: false,
}
const approving = (...limits: (PolicyAmount | null)[]) =>
  limits.map((autoApproveBelow) => ({ ...usualPolicy, autoApproveBelow }))

describe("a request may be approved by itself", () => {
  it.each<[string, (PolicyAmount | null)[], string, string, boolean]>([
    ["below the limit", ["50"], "49.99", "eur", true],
    ["not at the limit", ["50"], "50.00", "eur", false],
    ["not above it", ["50"], "50.01", "eur", false],
    ["not without a limit", [null], "0.01", "eur", false],
    [
      "below its currency's limit",
      [{ eur: "50", jpy: "8000" }],
      "7999",
      "jpy",
      true,
    ],
    [
      "not above its currency's limit",
      [{ eur: "50", jpy: "8000" }],
      "8000",
      "jpy",
      false,
    ],
    [
      "not in a currency without a limit",
      [{ eur: "50" }],
      "1.00",
      "usd",
      false,
    ],
    [
      "in either case of the currency's code",
      [{ eur: "50" }],
      "1.00",
      "EUR",
      true,
    ],
    [
      "below the limits of all its policies",
      ["50", "20"],
      "19.99",
      "eur",
      true,
    ],
    ["not above one of them", ["50", "20"], "20.00", "eur", false],
    ["not where one of them has none", ["50", null], "1.00", "eur", false],
    ["not where no policy decided", [], "1.00", "eur", false],
  ])("%s", (_title, limits, amount, currency_code, expected) => {
    expect(
      mayApproveByItself(approving(...limits), amount, {
        ...order,
        currency_code,
      })
    ).toBe(expected)
  })

  it.each(["disputed", "flagged", "contested"] as const)(
    "never where the order is %s",
    (doubt) => {
      const doubtful = { ...order, [doubt]: true }
      expect(mayApproveByItself(approving("50"), "1.00", doubtful)).toBe(false)
    }
  )
})

describe("the customer keeps the goods", () => {
  it.each<[string, (PolicyAmount | null)[], boolean]>([
    ["below the limit of every policy", ["10", "15"], true],
    ["not at a limit", ["9.99"], false],
    ["not where a policy has no limit", ["10", null], false],
    ["not where no policy decided", [], false],
  ])("%s", (_title, limits, expected) => {
    const policies = limits.map((keepItemBelow) => ({
      ...usualPolicy,
      keepItemBelow,
    }))
    expect(mayKeepItem(policies, "9.99", order)).toBe(expected)
  })
})
