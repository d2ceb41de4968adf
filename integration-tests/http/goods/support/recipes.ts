import type { CreateOrderDTO } from "@medusajs/framework/types"
import type { PaymentRecipe } from "../../../support/paid-order"
import { CAPS, SHIPPING, SHIRTS } from "../../../support/recipes"

export type Recipe = {
  currency_code: string
  /** What the currency has after the comma. Default 2. */
  digits?: number
  items: {
    title: string
    quantity: number
    unit_price: number
  }[]
  shipping_methods?: NonNullable<CreateOrderDTO["shipping_methods"]>
  payments: PaymentRecipe[]
}

/** Mugs: four at 20.00, without tax or discount. */
const MUGS = { title: "Mug", quantity: 4, unit_price: 20 }

/** Hoodies: three at 8.99 (1.00 off each), 19 % tax in price and discount. */
const HOODIES = {
  title: "Hoodie",
  quantity: 3,
  unit_price: 9.99,
  is_tax_inclusive: true,
  tax_lines: [{ code: "vat", rate: 19 }],
  adjustments: [{ code: "THREE", amount: 3, is_tax_inclusive: true }],
}

/** Fans: 1063, 1064, 1063 yen with 10 % tax: 3190. */
const FANS = {
  title: "Fan",
  quantity: 3,
  unit_price: 1000,
  tax_lines: [{ code: "ct", rate: 10 }],
  adjustments: [{ code: "HUNDRED", amount: 100 }],
}

/** Lamps: 9.999 dinars, which can only be paid as 10.000: 3.330, 3.340, 3.330. */
const LAMPS = { title: "Lamp", quantity: 3, unit_price: 3.333 }

/** What is bought, and how it is paid. */
export const RECIPES = {
  /** 80.00 */
  mugs: { currency_code: "eur", items: [MUGS], payments: [{ amount: 80 }] },
  /** The same, paid by two cards. */
  "mugs, two payments": {
    currency_code: "eur",
    items: [MUGS],
    payments: [{ amount: 50 }, { amount: 30 }],
  },
  /** Three at 19.82 (10.00 off, 19 % on top), and shipping at 5.95: 65.41. */
  shirts: {
    currency_code: "eur",
    items: [SHIRTS],
    shipping_methods: [SHIPPING],
    payments: [{ amount: 65.4143 }],
  },
  /** Two at 30.00 with 20 % inside: 60.00. */
  caps: { currency_code: "eur", items: [CAPS], payments: [{ amount: 60 }] },
  /** 26.97 */
  hoodies: {
    currency_code: "eur",
    items: [HOODIES],
    payments: [{ amount: 26.97 }],
  },
  /** 59.46 for the shirts, 60.00 for the caps, 5.95 for shipping: 125.41. */
  "shirts and caps": {
    currency_code: "eur",
    items: [SHIRTS, CAPS],
    shipping_methods: [SHIPPING],
    payments: [{ amount: 125.4143 }],
  },
  /** Mugs and caps: 80.00 and 60.00. */
  "mugs and caps": {
    currency_code: "eur",
    items: [MUGS, CAPS],
    payments: [{ amount: 140 }],
  },
  /** A currency without decimals. */
  fans: {
    currency_code: "jpy",
    digits: 0,
    items: [FANS],
    payments: [{ amount: 3190 }],
  },
  /** A currency with three. */
  lamps: {
    currency_code: "kwd",
    digits: 3,
    items: [LAMPS],
    payments: [{ amount: 9.999 }],
  },
} satisfies Record<string, Recipe>
