import { policyCases } from "./__fixtures__"
import {
  orderWith,
  type PolicyCase,
  settingsWith,
} from "./__fixtures__/policy-case"
import { refundOptions } from "./refund-options"
import type { ItemRefundOptions } from "./refund-options-types"

const moment = (text: string | null): string | null =>
  text && new Date(text).toISOString()

/** What a customer sees of an item, in the words of the cases. */
const seen = ({ refund, withdrawal }: ItemRefundOptions) => ({
  refund: refund.blocked?.code ?? refund.quantity,
  refundUntil: refund.deadline?.toISOString() ?? null,
  policy: refund.policy,
  withdrawal: withdrawal.blocked?.code ?? withdrawal.quantity,
  withdrawalUntil: withdrawal.deadline?.toISOString() ?? null,
})

const expected = (each: PolicyCase["expect"][number]) => ({
  ...each,
  ...(each.refundUntil !== undefined && {
    refundUntil: moment(each.refundUntil),
  }),
  ...(each.withdrawalUntil !== undefined && {
    withdrawalUntil: moment(each.withdrawalUntil),
  }),
})

describe.each(Object.entries(policyCases))(
  "what a customer may ask for: %s",
  (_theme, cases) => {
    it.each(cases)("$title", (given) => {
      const options = refundOptions(settingsWith(given), {
        order: orderWith(given.order, given.items),
        now: new Date(given.now),
      })
      expect(options.items).toHaveLength(given.expect.length)
      options.items.forEach((item, index) => {
        expect(seen(item)).toMatchObject(expected(given.expect[index] ?? {}))
      })
      expect(options.problems).toEqual([])
    })
  }
)

describe("what a customer is shown", () => {
  it("no unit of what is blocked, and a block where there is no unit", () => {
    const order = orderWith({}, [{}, { item_id: "b", refundable_quantity: 0 }])
    const now = new Date("2026-06-02T00:00:00Z")
    const { items } = refundOptions(settingsWith(), { order, now })
    const choices = items.flatMap(({ refund, withdrawal }) => [
      refund,
      withdrawal,
    ])
    expect(choices.map(({ quantity }) => quantity)).toEqual([1, 1, 0, 0])
    expect(choices.map(({ blocked }) => !blocked)).toEqual(
      choices.map(({ quantity }) => quantity > 0)
    )
  })

  it("why not, with the day and the ground that the sentence needs", () => {
    const shop = settingsWith({
      policies: [{ excluded: [{ ground: "sale", tagIds: ["sale"] }] }],
      withdrawal: { excluded: [{ ground: "perishable", tagIds: ["sale"] }] },
    })
    const order = orderWith({}, [{}, { item_id: "b", tag_ids: ["sale"] }])
    const { items } = refundOptions(shop, {
      order,
      now: new Date("2026-07-01T00:00:00Z"),
    })
    const over = { code: "window_over", details: { last_day: "2026-06-15" } }
    expect(items).toMatchObject([
      { refund: { blocked: over }, withdrawal: { blocked: over } },
      {
        refund: {
          blocked: { code: "final_sale", details: { ground: "sale" } },
        },
        withdrawal: {
          blocked: {
            code: "statutory_exception",
            details: { ground: "perishable" },
          },
        },
      },
    ])
  })

  it("what it costs, by the policy that decided", () => {
    const policies = [{ restockingFeePercent: "12.5", returnFee: "4.9" }]
    const context = { order: orderWith(), now: new Date() }
    const settings = settingsWith({ policies })
    expect(refundOptions(settings, context)).toMatchObject({
      order_id: "order_1",
      currency_code: "eur",
      version: "test",
      items: [
        {
          item_id: "mug",
          refund: {
            restocking_fee_percent: "12.5",
            return_fee: "4.90",
            resolutions: ["refund"],
            rule: settings.policies[0],
          },
        },
      ],
    })
  })

  it("no fee where no policy decided", () => {
    const context = { order: orderWith(), now: new Date() }
    const { items } = refundOptions(settingsWith({ policies: [] }), context)
    expect(items[0]?.refund).toMatchObject({
      restocking_fee_percent: "0",
      return_fee: "0.00",
      resolutions: [],
      rule: null,
    })
  })
})
