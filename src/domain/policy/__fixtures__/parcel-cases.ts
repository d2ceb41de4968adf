import { delivered, MONDAY, type PolicyCase, shipped } from "./policy-case"

const LATER = "2026-06-10T10:00:00+02:00"

/** Orders in several parcels, and orders of which a part is still to come. */
export const parcelCases: PolicyCase[] = [
  {
    title: "two parcels of one item: the second one counts for all units",
    items: [
      {
        ordered_quantity: 2,
        parcels: [delivered(MONDAY), delivered(LATER)],
      },
    ],
    now: "2026-06-20T10:00:00+02:00",
    expect: [
      {
        refund: 2,
        refundUntil: "2026-06-25T00:00:00+02:00",
        withdrawal: 2,
        withdrawalUntil: "2026-06-25T00:00:00+02:00",
      },
    ],
  },
  {
    title: "two items in two parcels: the later parcel counts for both",
    items: [
      { item_id: "mug" },
      { item_id: "plate", parcels: [delivered(LATER)] },
    ],
    now: "2026-06-20T10:00:00+02:00",
    expect: [
      { refund: 1, refundUntil: "2026-06-25T00:00:00+02:00" },
      { refund: 1, refundUntil: "2026-06-25T00:00:00+02:00" },
    ],
  },
  {
    title: "an earlier parcel that arrives last is the last one",
    items: [
      {
        ordered_quantity: 2,
        parcels: [
          {
            quantity: 1,
            shipped_at: "2026-05-29T08:00:00Z",
            delivered_at: LATER,
          },
          delivered(MONDAY),
        ],
      },
    ],
    now: MONDAY,
    expect: [{ refundUntil: "2026-06-25T00:00:00+02:00" }],
  },
  {
    title: "one of three is delivered: one by the policy, all three by law",
    items: [{ ordered_quantity: 3, parcels: [delivered(MONDAY)] }],
    now: MONDAY,
    expect: [{ refund: 1, withdrawal: 3, withdrawalUntil: null }],
  },
  {
    title:
      "one of three is delivered and refunded: the others are still to come",
    items: [
      {
        ordered_quantity: 3,
        refundable_quantity: 2,
        parcels: [delivered(MONDAY)],
      },
    ],
    now: MONDAY,
    expect: [{ refund: "not_delivered", withdrawal: 2 }],
  },
  {
    title: "nothing is shipped: not by the policy, but by law before delivery",
    items: [{ parcels: [] }],
    now: MONDAY,
    expect: [
      {
        refund: "not_delivered",
        refundUntil: null,
        withdrawal: 1,
        withdrawalUntil: null,
      },
    ],
  },
  {
    title: "a packed parcel that has not left is not shipped",
    items: [
      { parcels: [{ quantity: 1, shipped_at: null, delivered_at: null }] },
    ],
    now: MONDAY,
    expect: [{ refund: "not_delivered", withdrawal: 1 }],
  },
  {
    title:
      "the mug is here, the plate is not: the mug's window runs, the law's does not",
    items: [{ item_id: "mug" }, { item_id: "plate", parcels: [] }],
    now: "2026-07-30T10:00:00+02:00",
    expect: [
      { refund: "window_over", withdrawal: 1, withdrawalUntil: null },
      {
        refund: "not_delivered",
        refundUntil: null,
        withdrawal: 1,
        withdrawalUntil: null,
      },
    ],
  },
  {
    title: "when the plate follows, the mug's window is open again",
    items: [
      { item_id: "mug" },
      { item_id: "plate", parcels: [delivered("2026-07-29T10:00:00+02:00")] },
    ],
    now: "2026-07-30T10:00:00+02:00",
    expect: [
      { refund: 1, withdrawalUntil: "2026-08-13T00:00:00+02:00" },
      { refund: 1, withdrawalUntil: "2026-08-13T00:00:00+02:00" },
    ],
  },
  {
    title: "an item that an edit took off the order is not waited for",
    items: [
      { item_id: "mug" },
      { item_id: "plate", ordered_quantity: 0, parcels: [] },
    ],
    now: MONDAY,
    expect: [
      { withdrawal: 1, withdrawalUntil: "2026-06-16T00:00:00+02:00" },
      { refund: "already_refunded", withdrawal: "already_refunded" },
    ],
  },
  {
    title:
      "a parcel without news of its delivery: the law's period does not run out",
    items: [{ parcels: [shipped(MONDAY)] }],
    now: "2027-06-01T10:00:00+02:00",
    expect: [{ refund: "window_over", withdrawal: 1, withdrawalUntil: null }],
  },
  {
    title:
      "the shop assumes delivery 5 days after shipment: then it does, after a weekend",
    withdrawal: { assumeDeliveredAfterDays: 5 },
    items: [{ parcels: [shipped(MONDAY)] }],
    now: "2026-06-23T00:00:00+02:00",
    expect: [
      {
        withdrawal: "window_over",
        withdrawalUntil: "2026-06-23T00:00:00+02:00",
      },
    ],
  },
  {
    title:
      "a download beside a parcel counts from the order, the parcel from its delivery",
    items: [
      { item_id: "song", requires_shipping: false, parcels: [] },
      { item_id: "mug" },
    ],
    now: "2026-06-12T10:00:00+02:00",
    expect: [
      { refund: "window_over", withdrawal: "window_over" },
      { refund: 1, withdrawal: 1 },
    ],
  },
]
