import fc from "fast-check"
import type { PolicyItem, PolicyOrder } from "../policy-context"
import type { PolicySettings } from "../policy-types"
import { itemWith, orderWith, settingsWith } from "./policy-case"

/** Moments of two years, with both changes of clocks in them. */
export const moment = fc
  .date({
    min: new Date("2026-01-01T00:00:00Z"),
    max: new Date("2027-12-31T00:00:00Z"),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString())

const parcel = fc.record({
  quantity: fc.integer({ min: 1, max: 4 }),
  shipped_at: fc.option(moment),
  delivered_at: fc.option(moment),
})

const few = fc.integer({ min: 0, max: 4 })

const item = fc.record({
  requires_shipping: fc.boolean(),
  ordered_quantity: few,
  refundable_quantity: few,
  in_return_quantity: few,
  requested_quantity: few,
  tag_ids: fc.subarray(["sale", "food", "new"]),
  parcels: fc.array(parcel, { maxLength: 3 }),
})

/** Orders as they may stand after edits, also where their numbers do not agree. */
export const randomPolicyOrder: fc.Arbitrary<PolicyOrder> = fc
  .record({
    placed_at: moment,
    country_code: fc.constantFrom("de", "us", "CH", null),
    currency_code: fc.constantFrom("eur", "jpy", "kwd", "isk"),
    disputed: fc.boolean(),
    flagged: fc.boolean(),
    items: fc.array(item, { minLength: 1, maxLength: 4 }),
  })
  .map(({ items, ...order }) =>
    orderWith(
      order,
      items.map((each, index): PolicyItem =>
        itemWith({ ...each, item_id: `i${index}` })
      )
    )
  )

/** Percent with up to four decimals. */
const percent = fc
  .integer({ min: 0, max: 1_000_000 })
  .map(
    (n) => `${Math.floor(n / 10_000)}.${String(n % 10_000).padStart(4, "0")}`
  )

const policy = fc.record({
  windowDays: fc.option(fc.integer({ min: 0, max: 60 })),
  windowFrom: fc.constantFrom("delivered", "shipped", "ordered" as const),
  extendToWorkingDay: fc.boolean(),
  restockingFeePercent: percent,
  returnFee: fc.integer({ min: 0, max: 5000 }).map((n) => `${n / 100}`),
})

export const randomSettings: fc.Arbitrary<PolicySettings> = fc
  .record({
    timeZone: fc.constantFrom(
      "Europe/Berlin",
      "America/Havana",
      "Pacific/Auckland",
      "Asia/Kathmandu",
      "UTC"
    ),
    sale: policy,
    others: fc.option(policy),
    days: fc.integer({ min: 14, max: 40 }),
    assumeDeliveredAfterDays: fc.option(fc.integer({ min: 0, max: 20 })),
  })
  .map(({ timeZone, sale, others, ...withdrawal }) =>
    settingsWith({
      timeZone,
      policies: [{ ...sale, tagIds: ["sale"] }, ...(others ? [others] : [])],
      withdrawal: {
        ...withdrawal,
        excluded: [{ ground: "perishable", tagIds: ["food"] }],
      },
    })
  )
