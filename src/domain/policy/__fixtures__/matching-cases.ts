import { MONDAY, type PolicyCase } from "./policy-case"

const SALE = { tag_ids: ["ptag_sale"] }

/** Which policy decides about an item. */
export const matchingCases: PolicyCase[] = [
  {
    title: "the first policy that fits decides, also if a later one is kinder",
    policies: [
      { name: "short", windowDays: 7 },
      { name: "long", windowDays: 100 },
    ],
    now: "2026-06-20T00:00:00Z",
    expect: [{ policy: "short", refund: "window_over" }],
  },
  {
    title:
      "without any policy nothing can be asked for, but the law's right stays",
    policies: [],
    now: MONDAY,
    expect: [{ policy: null, refund: "no_policy", withdrawal: 1 }],
  },
  {
    title: "each item has its own policy: sale items 7 days, the others 30",
    policies: [
      { name: "sale", tagIds: ["ptag_sale"], windowDays: 7 },
      { name: "all", windowDays: 30 },
    ],
    items: [{ item_id: "a", ...SALE }, { item_id: "b" }],
    now: "2026-06-20T00:00:00Z",
    expect: [
      { policy: "sale", refund: "window_over" },
      { policy: "all", refund: 1 },
    ],
  },
  {
    title: "by country, in whichever case the order has it",
    policies: [{ name: "swiss", countries: ["ch", "li"] }, { name: "others" }],
    order: { country_code: "CH" },
    now: MONDAY,
    expect: [{ policy: "swiss" }],
  },
  {
    title: "by country: an order whose country nobody knows is for the others",
    policies: [{ name: "germans", countries: ["de"] }, { name: "others" }],
    order: { country_code: null },
    now: MONDAY,
    expect: [{ policy: "others" }],
  },
  {
    title: "by sales channel",
    policies: [
      { name: "market", salesChannelIds: ["sc_market"] },
      { name: "web", salesChannelIds: ["sc_web"] },
    ],
    now: MONDAY,
    expect: [{ policy: "web" }],
  },
  {
    title: "by customer group: one of the customer's groups is enough",
    policies: [
      { name: "members", customerGroupIds: ["cusgroup_vip", "cusgroup_club"] },
      { name: "others" },
    ],
    order: { customer_group_ids: ["cusgroup_new", "cusgroup_club"] },
    now: MONDAY,
    expect: [{ policy: "members" }],
  },
  {
    title: "by customer group: a guest has none",
    policies: [{ name: "members", customerGroupIds: ["cusgroup_vip"] }],
    now: MONDAY,
    expect: [{ refund: "no_policy" }],
  },
  {
    title: "by product: an item without a product fits no such policy",
    policies: [{ name: "mugs", productIds: ["prod_mug"] }, { name: "others" }],
    items: [{ item_id: "a" }, { item_id: "b", product_id: null }],
    now: MONDAY,
    expect: [{ policy: "mugs" }, { policy: "others" }],
  },
  {
    title: "by category",
    policies: [
      { name: "shoes", categoryIds: ["pcat_shoes"] },
      { name: "others" },
    ],
    items: [{ category_ids: ["pcat_new", "pcat_shoes"] }],
    now: MONDAY,
    expect: [{ policy: "shoes" }],
  },
  {
    title:
      "all conditions of a policy must hold: a sale item, but not in Austria",
    policies: [
      { name: "austrian sale", countries: ["at"], tagIds: ["ptag_sale"] },
      { name: "others" },
    ],
    items: [SALE],
    now: MONDAY,
    expect: [{ policy: "others" }],
  },
  {
    title: "an excluded tag is final sale",
    policies: [{ excluded: [{ ground: "sale item", tagIds: ["ptag_sale"] }] }],
    items: [{ item_id: "a", ...SALE }, { item_id: "b" }],
    now: MONDAY,
    expect: [{ refund: "final_sale", withdrawal: 1 }, { refund: 1 }],
  },
  {
    title: "an excluded product, and an excluded category",
    policies: [
      {
        excluded: [
          { ground: "gift card", productIds: ["prod_card"] },
          { ground: "underwear", categoryIds: ["pcat_underwear"] },
        ],
      },
    ],
    items: [
      { item_id: "a", product_id: "prod_card" },
      { item_id: "b", category_ids: ["pcat_underwear"] },
    ],
    now: MONDAY,
    expect: [{ refund: "final_sale" }, { refund: "final_sale" }],
  },
  {
    title: "final sale is told also after the window, and before delivery",
    policies: [{ excluded: [{ ground: "sale", tagIds: ["ptag_sale"] }] }],
    items: [
      { item_id: "a", ...SALE },
      { item_id: "b", ...SALE, parcels: [] },
    ],
    now: "2027-01-01T00:00:00Z",
    expect: [{ refund: "final_sale" }, { refund: "final_sale" }],
  },
]
