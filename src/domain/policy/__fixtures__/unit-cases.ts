import { delivered, MONDAY, type PolicyCase, shipped } from "./policy-case"

/** Units that are refunded, requested or on their way back, and orders in doubt. */
export const unitCases: PolicyCase[] = [
  {
    title: "one of three was refunded: two are left",
    items: [{ ordered_quantity: 3, refundable_quantity: 2 }],
    now: MONDAY,
    expect: [{ refund: 2, withdrawal: 2 }],
  },
  {
    title: "everything was refunded",
    items: [{ ordered_quantity: 3, refundable_quantity: 0 }],
    now: MONDAY,
    expect: [{ refund: "already_refunded", withdrawal: "already_refunded" }],
  },
  {
    title: "two of three are in an open request: one is left",
    items: [{ ordered_quantity: 3, requested_quantity: 2 }],
    now: MONDAY,
    expect: [{ refund: 1, withdrawal: 1 }],
  },
  {
    title: "all are in open requests",
    items: [{ ordered_quantity: 2, requested_quantity: 2 }],
    now: MONDAY,
    expect: [{ refund: "already_requested", withdrawal: "already_requested" }],
  },
  {
    title: "all are in an open return",
    items: [{ ordered_quantity: 2, in_return_quantity: 2 }],
    now: MONDAY,
    expect: [{ refund: "in_return", withdrawal: "in_return" }],
  },
  {
    title:
      "one comes back, one is asked for, one was refunded, one is left of four",
    items: [
      {
        ordered_quantity: 4,
        refundable_quantity: 3,
        in_return_quantity: 1,
        requested_quantity: 1,
      },
    ],
    now: MONDAY,
    expect: [{ refund: 1, withdrawal: 1 }],
  },
  {
    title:
      "one comes back and one is asked for: the request is what can be changed",
    items: [
      { ordered_quantity: 2, in_return_quantity: 1, requested_quantity: 1 },
    ],
    now: MONDAY,
    expect: [{ refund: "already_requested" }],
  },
  {
    title:
      "after a request for two of three, an edit took one off: none is left",
    items: [
      { ordered_quantity: 2, refundable_quantity: 3, requested_quantity: 2 },
    ],
    now: MONDAY,
    expect: [{ refund: "already_requested" }],
  },
  {
    title: "after a request for three, an edit took two off: never below zero",
    items: [{ ordered_quantity: 1, requested_quantity: 3 }],
    now: MONDAY,
    expect: [{ refund: "already_requested", withdrawal: "already_requested" }],
  },
  {
    title: "an edit added one that is not shipped: two of three by the policy",
    items: [{ ordered_quantity: 3, parcels: [delivered(MONDAY, 2)] }],
    now: MONDAY,
    expect: [{ refund: 2, withdrawal: 3, withdrawalUntil: null }],
  },
  {
    title:
      "two of three are on their way, one of them was asked for: one is left",
    items: [
      {
        ordered_quantity: 3,
        requested_quantity: 1,
        parcels: [shipped("2026-05-30T08:00:00Z", 2)],
      },
    ],
    now: MONDAY,
    expect: [{ refund: 1, withdrawal: 2 }],
  },
  {
    title: "a disputed payment: the bank decides, but the law's right stays",
    order: { disputed: true },
    now: MONDAY,
    expect: [{ refund: "disputed", withdrawal: 1 }],
  },
  {
    title: "an order on hold: the shop looks first, but the law's right stays",
    order: { flagged: true },
    now: MONDAY,
    expect: [{ refund: "on_hold", withdrawal: 1 }],
  },
  {
    title: "an order that is disputed and on hold is told to be disputed",
    order: { disputed: true, flagged: true },
    now: MONDAY,
    expect: [{ refund: "disputed" }],
  },
  {
    title: "a canceled order has nothing to ask for",
    order: { canceled: true, disputed: true },
    now: MONDAY,
    expect: [{ refund: "order_canceled", withdrawal: "order_canceled" }],
  },
]
