import { delivered, MONDAY, type PolicyCase } from "./policy-case"

/** The right of consumers in the EU, whatever the policy says. */
export const withdrawalCases: PolicyCase[] = [
  {
    title: "14 days from delivery: the last second is in time",
    now: "2026-06-15T23:59:59.999+02:00",
    expect: [{ withdrawal: 1, withdrawalUntil: "2026-06-16T00:00:00+02:00" }],
  },
  {
    title: "14 days from delivery: the next day is too late",
    now: "2026-06-16T00:00:00+02:00",
    expect: [{ withdrawal: "window_over" }],
  },
  {
    title: "delivered on a Saturday: the last day would be one, and is Monday",
    items: [{ parcels: [delivered("2026-05-30T10:00:00+02:00")] }],
    now: "2026-06-15T20:00:00+02:00",
    expect: [
      {
        refund: "window_over",
        withdrawal: 1,
        withdrawalUntil: "2026-06-16T00:00:00+02:00",
      },
    ],
  },
  {
    title:
      "the last day is Christmas Day, then come two holidays' weekend: Monday",
    holidays: ["2026-12-25", "2026-12-26"],
    items: [{ parcels: [delivered("2026-12-11T10:00:00+01:00")] }],
    now: "2026-12-28T20:00:00+01:00",
    expect: [{ withdrawal: 1, withdrawalUntil: "2026-12-29T00:00:00+01:00" }],
  },
  {
    title: "a shop may give 30 days",
    withdrawal: { days: 30 },
    now: "2026-06-30T10:00:00+02:00",
    expect: [{ refund: "window_over", withdrawal: 1 }],
  },
  {
    title: "a policy of 7 days does not shorten it",
    policies: [{ windowDays: 7 }],
    now: "2026-06-12T10:00:00+02:00",
    expect: [{ refund: "window_over", withdrawal: 1 }],
  },
  {
    title: "a policy of 100 days does not lengthen it",
    policies: [{ windowDays: 100 }],
    now: "2026-06-20T10:00:00+02:00",
    expect: [{ refund: 1, withdrawal: "window_over" }],
  },
  {
    title:
      "a mug with a name on it: made to measure, but refundable by the policy",
    withdrawal: {
      excluded: [{ ground: "made_to_measure", productIds: ["prod_mug"] }],
    },
    now: MONDAY,
    expect: [{ refund: 1, withdrawal: "statutory_exception" }],
  },
  {
    title: "an exception is told also after the period",
    withdrawal: { excluded: [{ ground: "perishable", tagIds: ["ptag_food"] }] },
    items: [{ tag_ids: ["ptag_food"] }],
    now: "2027-01-01T00:00:00Z",
    expect: [{ withdrawal: "statutory_exception" }],
  },
  {
    title: "a customer in the United States has the policy only",
    order: { country_code: "us" },
    now: MONDAY,
    expect: [{ refund: 1, withdrawal: "not_consumer_country" }],
  },
  {
    title: "a customer in Norway has the right, too (EEA)",
    order: { country_code: "NO" },
    now: MONDAY,
    expect: [{ withdrawal: 1 }],
  },
  {
    title: "a customer whose country nobody knows is not denied the right",
    order: { country_code: null },
    now: MONDAY,
    expect: [{ withdrawal: 1 }],
  },
  {
    title: "a shop that sells to businesses only switches it off",
    withdrawal: { enabled: false },
    now: MONDAY,
    expect: [{ refund: 1, withdrawal: "withdrawal_disabled" }],
  },
  {
    title: "a part of the order is withdrawn: the other units can follow",
    items: [
      { ordered_quantity: 3, requested_quantity: 1, withdrawn_quantity: 1 },
    ],
    now: MONDAY,
    expect: [{ withdrawal: 2 }],
  },
]
