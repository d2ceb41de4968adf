/** What a refund to a payment method can tell of where the money went. */
type MethodType = {
  /** Its key in `destination_details`. Default: the payment method's. */
  destination?: string
  /** The bank gives a reference later. */
  reference?: true
  /** The refund itself can name why the network refused it. */
  networkDecline?: true
  /** Money only goes back once the customer says to which account; they are asked by e-mail. */
  instructions?: true
}

/**
 * Payment methods other than cards. `pm_klarna` is a payment method of that
 * kind, as `pm_card_visa` is one by card.
 * Source: the `stripe` package, resources/Refunds.d.ts; docs.stripe.com/refunds
 */
const METHOD_TYPES: Record<string, MethodType> = {
  affirm: {},
  afterpay_clearpay: { reference: true },
  alipay: {},
  amazon_pay: {},
  blik: { reference: true, networkDecline: true },
  cashapp: {},
  eps: {},
  grabpay: {},
  klarna: { reference: true },
  konbini: {
    destination: "jp_bank_transfer",
    reference: true,
    instructions: true,
  },
  mb_way: { reference: true },
  multibanco: { reference: true },
  p24: { reference: true },
  paynow: {},
  paypal: { reference: true, networkDecline: true },
  pix: {},
  promptpay: {
    destination: "th_bank_transfer",
    reference: true,
    instructions: true,
  },
  swish: { reference: true, networkDecline: true },
  twint: {},
  wechat_pay: {},
  zip: {},
}

/** What is known of a kind of payment method, or null: a card, or nothing. */
export const methodType = (type: string): MethodType | null =>
  METHOD_TYPES[type] ?? null

/** The kind of payment method that a test payment method is of. */
export function typeOfToken(token: string): string | null {
  if (token.startsWith("pm_card_")) {
    return "card"
  }
  const type = token.replace(/^pm_/, "")
  return token.startsWith("pm_") && methodType(type) ? type : null
}
