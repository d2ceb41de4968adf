import {
  type PolicyOrder,
  refundOptions,
  type PolicySettings,
} from "../../domain"
import { type PolicyOptions, policyOptionsSchema } from "./policy-options"

const read = (options: PolicyOptions): PolicySettings =>
  policyOptionsSchema.parse(options)

/** Every bad field, and what is said about it. */
const issuesOf = (options: unknown) => {
  const parsed = policyOptionsSchema.safeParse(options)
  return parsed.success
    ? []
    : parsed.error.issues.map(({ path, message }) => [path.join("."), message])
}
const badFields = (options: unknown) => issuesOf(options).map(([path]) => path)

/** A policy with all that it needs. */
const plain = { name: "a", windowDays: 14 }

describe("the policy of a shop that sets nothing", () => {
  it("offers no refund, and the law's right in the EU and the EEA", () => {
    expect(read({})).toMatchObject({
      timeZone: "UTC",
      holidays: [],
      policies: [],
      text: null,
      withdrawal: {
        enabled: true,
        days: 14,
        countries: expect.arrayContaining(["de", "fr", "no"]),
        excluded: [],
        assumeDeliveredAfterDays: null,
      },
    })
    expect(read({}).withdrawal.countries).toHaveLength(30)
  })
})

describe("a policy", () => {
  it("gets its defaults", () => {
    expect(read({ policies: [plain] }).policies).toEqual([
      {
        name: "a",
        windowDays: 14,
        windowFrom: "delivered",
        extendToWorkingDay: false,
        excluded: [],
        resolutions: ["refund"],
        restockingFeePercent: "0",
        returnFee: "0",
        autoApproveBelow: null,
        keepItemBelow: null,
      },
    ])
  })

  it("may stand alone, without a list", () => {
    expect(read({ policies: plain })).toEqual(read({ policies: [plain] }))
  })

  it("keeps numbers as exact text, and codes in lower case", () => {
    const policies = {
      ...plain,
      countries: ["DE", "at"],
      restockingFeePercent: 12.5,
      returnFee: 4.95,
      autoApproveBelow: { EUR: "50.00", jpy: 8000 },
    }
    expect(read({ policies }).policies).toMatchObject([
      {
        countries: ["de", "at"],
        restockingFeePercent: "12.5",
        returnFee: "4.95",
        autoApproveBelow: { eur: "50", jpy: "8000" },
      },
    ])
  })

  it.each([null, 0, 36_500])("may have a window of %p days", (windowDays) => {
    expect(badFields({ policies: { ...plain, windowDays } })).toEqual([])
  })

  it.each<[object, string[]]>([
    [{ name: " " }, ["name"]],
    [{ windowDays: undefined }, ["windowDays"]],
    [{ windowDays: -1 }, ["windowDays"]],
    [{ windowDays: 1.5 }, ["windowDays"]],
    [{ windowDays: 36_501 }, ["windowDays"]],
    [{ windowFrom: "paid" }, ["windowFrom"]],
    [{ countries: ["germany"] }, ["countries.0"]],
    [{ countries: [] }, ["countries"]],
    [{ tagIds: [] }, ["tagIds"]],
    [{ salesChannelIds: [""] }, ["salesChannelIds.0"]],
    [{ excluded: [{ ground: "sale" }] }, ["excluded.0"]],
    [{ excluded: [{ ground: "", tagIds: ["a"] }] }, ["excluded.0.ground"]],
    [{ resolutions: [] }, ["resolutions"]],
    [{ resolutions: ["hug"] }, ["resolutions.0"]],
    [{ restockingFeePercent: 101 }, ["restockingFeePercent"]],
    [{ restockingFeePercent: "100.0001" }, ["restockingFeePercent"]],
    [{ restockingFeePercent: -1 }, ["restockingFeePercent"]],
    [{ restockingFeePercent: "ten" }, ["restockingFeePercent"]],
    [{ returnFee: -0.01 }, ["returnFee"]],
    [{ returnFee: null }, ["returnFee"]],
    [{ returnFee: true }, ["returnFee"]],
    [{ autoApproveBelow: {} }, ["autoApproveBelow"]],
    [{ autoApproveBelow: { jpy: "0.5" } }, ["autoApproveBelow.jpy"]],
    [{ autoApproveBelow: { euro: 1 } }, ["autoApproveBelow.euro"]],
    [{ keepItemBelow: { eur: -1 } }, ["keepItemBelow.eur"]],
    [{ name: "", windowFrom: 1 }, ["name", "windowFrom"]],
  ])("with %j is refused at the very field", (part, fields) => {
    const bad = badFields({ policies: [plain, { ...plain, ...part }] })
    expect(bad).toEqual(fields.map((field) => `policies.1.${field}`))
  })

  it("has no other keys", () => {
    expect(issuesOf({ policies: { ...plain, window_days: 3 } })).toEqual([
      ["policies.0", expect.stringContaining("window_days")],
    ])
  })

  it.each([7, null, "30 days"])("is not %p", (policy) => {
    expect(badFields({ policies: [policy] })).toEqual(["policies.0"])
  })
})

describe("a policy that is a function", () => {
  const order: PolicyOrder = {
    id: "order_1",
    placed_at: "2026-06-01T10:00:00Z",
    country_code: "de",
    sales_channel_id: null,
    customer_group_ids: [],
    currency_code: "eur",
    disputed: false,
    flagged: false,
    canceled: false,
    items: [
      {
        item_id: "mug",
        product_id: null,
        category_ids: [],
        tag_ids: [],
        requires_shipping: false,
        ordered_quantity: 1,
        refundable_quantity: 1,
        in_return_quantity: 0,
        requested_quantity: 0,
        withdrawn_quantity: 0,
        parcels: [],
      },
    ],
  }
  const optionsBy = (policies: PolicyOptions["policies"]) =>
    refundOptions(read({ policies }), {
      order,
      now: new Date("2026-06-02T10:00:00Z"),
    })

  it("answers as a shop writes policies: its defaults are filled in", () => {
    const [item] = optionsBy(() => ({ ...plain, returnFee: 4.9 })).items
    expect(item?.refund).toMatchObject({
      quantity: 1,
      return_fee: "4.90",
      rule: { windowFrom: "delivered", returnFee: "4.9" },
    })
  })

  it("may stand in the list", () => {
    const [item] = optionsBy([() => null, plain]).items
    expect(item?.refund.policy).toBe("a")
  })

  it("that answers with a bad policy is told to the log, field by field", () => {
    const { items, problems } = optionsBy(() => ({ ...plain, windowDays: -1 }))
    expect(items[0]?.refund.blocked?.code).toBe("policy_failed")
    expect(problems).toEqual([
      {
        item_id: "mug",
        code: "policy_invalid",
        message: expect.stringContaining("windowDays"),
      },
    ])
  })
})

describe("the right of withdrawal", () => {
  it.each([13, 7, 0])("of %i days is refused: the law gives 14", (days) => {
    expect(issuesOf({ withdrawal: { days } })).toEqual([
      [
        "withdrawal.days",
        expect.stringMatching(/^must be 14 or more: .*Article 9/),
      ],
    ])
  })

  it("may be longer, and have exceptions with the law's ground", () => {
    const withdrawal = {
      days: 30,
      countries: ["DE"],
      excluded: [{ ground: "perishable" as const, tagIds: ["food"] }],
    }
    expect(read({ withdrawal }).withdrawal).toMatchObject({
      days: 30,
      countries: ["de"],
      excluded: [{ ground: "perishable", tagIds: ["food"] }],
    })
  })

  it.each<[object, string[]]>([
    [{ days: 14.5 }, ["days"]],
    [{ countries: [] }, ["countries"]],
    [{ excluded: [{ ground: "perishable" }] }, ["excluded.0"]],
    [
      { excluded: [{ ground: "unwanted", tagIds: ["a"] }] },
      ["excluded.0.ground"],
    ],
    [{ assumeDeliveredAfterDays: -1 }, ["assumeDeliveredAfterDays"]],
    [{ enabled: "yes" }, ["enabled"]],
    [{ period: 14 }, [""]],
  ])("with %j is refused", (part, fields) => {
    expect(badFields({ withdrawal: part })).toEqual(
      fields.map((field) => `withdrawal${field && "."}${field}`)
    )
  })
})

describe("the other settings", () => {
  it.each<[object, string[]]>([
    [{ timeZone: "Berlin" }, ["timeZone"]],
    [{ holidays: ["2026-12-25", "2026-02-30"] }, ["holidays.1"]],
    [{ text: "" }, ["text"]],
    [{ refunds: true }, [""]],
  ])("with %j are refused", (options, fields) => {
    expect(badFields(options)).toEqual(fields)
  })

  it("have a version that changes with them", () => {
    const versions = [
      {},
      { text: "Send it back." },
      { policies: plain },
      { policies: { ...plain, windowDays: 30 } },
      { policies: () => null },
    ].map((options) => read(options).version)
    expect(new Set(versions).size).toBe(versions.length)
    expect(read({ text: " Send it back. " }).version).toBe(versions[1])
  })
})
