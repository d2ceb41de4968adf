import { delivered, MONDAY, type PolicyCase, shipped } from "./policy-case"

/** How long a customer may ask by the shop's policy. */
export const windowCases: PolicyCase[] = [
  {
    title:
      "14 days: delivered on 1 June, the last second of 15 June is in time",
    now: "2026-06-15T23:59:59.999+02:00",
    expect: [{ refund: 1, refundUntil: "2026-06-16T00:00:00+02:00" }],
  },
  {
    title: "14 days: delivered on 1 June, midnight of 16 June is too late",
    now: "2026-06-16T00:00:00+02:00",
    expect: [{ refund: "window_over" }],
  },
  {
    title:
      "delivered late in the evening, the day of delivery still does not count",
    items: [{ parcels: [delivered("2026-06-01T23:59:00+02:00")] }],
    now: MONDAY,
    expect: [{ refund: 1, refundUntil: "2026-06-16T00:00:00+02:00" }],
  },
  {
    title: "23:30 in London is the next day in Berlin, where the shop is",
    items: [{ parcels: [delivered("2026-06-01T23:30:00+01:00")] }],
    now: MONDAY,
    expect: [{ refundUntil: "2026-06-17T00:00:00+02:00" }],
  },
  {
    title: "a shop in Auckland ends its day while Europe is at lunch",
    timeZone: "Pacific/Auckland",
    items: [{ parcels: [delivered("2026-06-01T09:00:00+12:00")] }],
    now: "2026-06-15T12:00:00Z",
    expect: [{ refund: "window_over", refundUntil: "2026-06-15T12:00:00Z" }],
  },
  {
    title:
      "a shop in Los Angeles is still in the last day while Berlin is in the next",
    timeZone: "America/Los_Angeles",
    items: [{ parcels: [delivered("2026-06-01T09:00:00-07:00")] }],
    now: "2026-06-16T08:59:59+02:00",
    expect: [{ refund: 1, refundUntil: "2026-06-16T09:00:00+02:00" }],
  },
  {
    title:
      "clocks go forward inside the window: it ends at midnight, an hour earlier",
    items: [{ parcels: [delivered("2026-03-20T10:00:00+01:00")] }],
    now: "2026-03-30T12:00:00+02:00",
    expect: [{ refund: 1, refundUntil: "2026-04-04T00:00:00+02:00" }],
  },
  {
    title:
      "clocks go back inside the window: it ends at midnight, an hour later",
    items: [{ parcels: [delivered("2026-10-20T10:00:00+02:00")] }],
    now: "2026-11-03T23:59:59+01:00",
    expect: [{ refund: 1, refundUntil: "2026-11-04T00:00:00+01:00" }],
  },
  {
    title: "clocks go back on the last day: it has 25 hours",
    items: [{ parcels: [delivered("2026-10-11T10:00:00+02:00")] }],
    now: "2026-10-25T23:30:00+01:00",
    expect: [{ refund: 1, refundUntil: "2026-10-26T00:00:00+01:00" }],
  },
  {
    title: "clocks go forward on the last day: it has 23 hours",
    items: [{ parcels: [delivered("2026-03-15T10:00:00+01:00")] }],
    now: "2026-03-29T22:00:00Z",
    expect: [
      { refund: "window_over", refundUntil: "2026-03-30T00:00:00+02:00" },
    ],
  },
  {
    title: "30 days from 30 January end with 1 March",
    policies: [{ windowDays: 30 }],
    items: [{ parcels: [delivered("2026-01-30T10:00:00+01:00")] }],
    now: "2026-02-01T00:00:00Z",
    expect: [{ refundUntil: "2026-03-02T00:00:00+01:00" }],
  },
  {
    title: "a leap year has a 29 February",
    policies: [{ windowDays: 30 }],
    items: [{ parcels: [delivered("2028-01-30T10:00:00+01:00")] }],
    now: "2028-02-01T00:00:00Z",
    expect: [{ refundUntil: "2028-03-01T00:00:00+01:00" }],
  },
  {
    title: "without end: ten years later it is not too late",
    policies: [{ windowDays: null }],
    now: "2036-06-01T00:00:00Z",
    expect: [{ refund: 1, refundUntil: null }],
  },
  {
    title: "0 days: never by the policy, but the law's right stays",
    policies: [{ windowDays: 0 }],
    now: MONDAY,
    expect: [{ refund: "not_offered", refundUntil: null, withdrawal: 1 }],
  },
  {
    title: "counted from the shipment, if the shop says so",
    policies: [{ windowFrom: "shipped" }],
    now: MONDAY,
    expect: [{ refundUntil: "2026-06-14T00:00:00+02:00" }],
  },
  {
    title:
      "counted from the shipment: marked as delivered only, that moment counts",
    policies: [{ windowFrom: "shipped" }],
    items: [
      { parcels: [{ quantity: 1, shipped_at: null, delivered_at: MONDAY }] },
    ],
    now: MONDAY,
    expect: [{ refund: 1, refundUntil: "2026-06-16T00:00:00+02:00" }],
  },
  {
    title: "counted from the order, if the shop says so, shipped or not",
    policies: [{ windowFrom: "ordered" }],
    items: [{ parcels: [] }],
    now: MONDAY,
    expect: [{ refund: 1, refundUntil: "2026-06-12T00:00:00+02:00" }],
  },
  {
    title: "a parcel that nobody marked as delivered counts from its shipment",
    items: [{ parcels: [shipped("2026-05-29T08:00:00+02:00")] }],
    now: MONDAY,
    expect: [{ refund: 1, refundUntil: "2026-06-13T00:00:00+02:00" }],
  },
  {
    title: "a download counts from the order",
    items: [{ requires_shipping: false, parcels: [] }],
    now: MONDAY,
    expect: [{ refund: 1, refundUntil: "2026-06-12T00:00:00+02:00" }],
  },
  {
    title:
      "a last day on a Saturday stays, where the shop did not ask to move it",
    policies: [{ windowDays: 12 }],
    now: "2026-06-14T08:00:00+02:00",
    expect: [
      { refund: "window_over", refundUntil: "2026-06-14T00:00:00+02:00" },
    ],
  },
  {
    title:
      "a last day on a Saturday becomes Monday, where the shop asked for it",
    policies: [{ windowDays: 12, extendToWorkingDay: true }],
    now: "2026-06-14T08:00:00+02:00",
    expect: [{ refund: 1, refundUntil: "2026-06-16T00:00:00+02:00" }],
  },
  {
    title: "a Monday that is a holiday is passed over, too",
    policies: [{ windowDays: 12, extendToWorkingDay: true }],
    holidays: ["2026-06-15"],
    now: MONDAY,
    expect: [{ refundUntil: "2026-06-17T00:00:00+02:00" }],
  },
  {
    title: "a holiday inside the window moves nothing",
    policies: [{ extendToWorkingDay: true }],
    holidays: ["2026-06-04"],
    now: MONDAY,
    expect: [{ refundUntil: "2026-06-16T00:00:00+02:00" }],
  },
]
