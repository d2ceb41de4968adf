/** Three units at 19.99, 10.00 off, 19 % on top: 59.4643, of which 59.46 or 59.47 is paid. */
export const SHIRTS = {
  title: "Shirt",
  quantity: 3,
  unit_price: 19.99,
  tax_lines: [{ code: "vat", rate: 19 }],
  adjustments: [{ code: "TEN", amount: 10 }],
}

/** Two units at 30.00, tax inside the price. */
export const CAPS = {
  title: "Cap",
  quantity: 2,
  unit_price: 30,
  is_tax_inclusive: true,
  tax_lines: [{ code: "vat", rate: 20 }],
}

/** 5.95 with tax. */
export const SHIPPING = {
  name: "Standard",
  amount: 5,
  tax_lines: [{ code: "vat", rate: 19 }],
}

/** Shirts, caps and shipping: 59.4643 + 60 + 5.95. */
export const BASKET = {
  currency_code: "eur",
  items: [SHIRTS, CAPS],
  shipping_methods: [SHIPPING],
}
export const BASKET_TOTAL = 125.4143
