/** From and to how many business days after the gateway took a refund. */
export type ArrivalDays = { from: number; to: number }

/** Where money goes back to: its name for people, and how long the way is. */
export type Destination = { name: string; days: ArrivalDays }

/**
 * A card's days, and those of whatever nobody tells more of.
 * Source: support.stripe.com/questions/customer-refund-processing-time
 */
export const USUAL_DAYS: ArrivalDays = { from: 5, to: 10 }

/**
 * A charge that was hardly made is taken back: the authorisation falls off the
 * statement, at the latest when it would have lapsed.
 * Sources: docs.stripe.com/refunds, docs.stripe.com/payments/place-a-hold-on-a-payment-method
 */
export const REVERSAL_DAYS: ArrivalDays = { from: 1, to: 7 }

/**
 * A transfer to the bank account behind the payment; it stays pending until the
 * bank has it. Up to 7 days: docs.stripe.com/payments/ideal and /bancontact.
 */
const BANK: ArrivalDays = { from: 1, to: 7 }

/** klarna.com, merchant support, "When will a customer receive the refund?" */
const KLARNA: ArrivalDays = { from: 2, to: 5 }

/** The same day to a balance; to a card behind it, as long as to any card. */
const PAYPAL: ArrivalDays = { from: 1, to: 10 }

const to = (name: string, days = USUAL_DAYS): Destination => ({ name, days })

/**
 * By Stripe's `destination_details.type`, which is that of the payment method or of
 * the bank transfer that pays it back. What is not here has the usual days.
 */
const DESTINATIONS: Record<string, Destination> = {
  card: to("Card"),
  affirm: to("Affirm"),
  afterpay_clearpay: to("Afterpay / Clearpay"),
  alipay: to("Alipay"),
  alma: to("Alma"),
  amazon_pay: to("Amazon Pay"),
  au_bank_transfer: to("Bank transfer"),
  bancontact: to("Bancontact", BANK),
  blik: to("BLIK"),
  br_bank_transfer: to("Bank transfer"),
  cashapp: to("Cash App Pay"),
  crypto: to("Crypto wallet"),
  customer_cash_balance: to("Customer balance"),
  eps: to("EPS", BANK),
  eu_bank_transfer: to("Bank transfer", BANK),
  gb_bank_transfer: to("Bank transfer", BANK),
  giropay: to("giropay", BANK),
  grabpay: to("GrabPay"),
  ideal: to("iDEAL", BANK),
  jp_bank_transfer: to("Bank transfer"),
  klarna: to("Klarna", KLARNA),
  mb_way: to("MB WAY"),
  multibanco: to("Multibanco"),
  mx_bank_transfer: to("Bank transfer"),
  nz_bank_transfer: to("Bank transfer"),
  p24: to("Przelewy24"),
  paynow: to("PayNow"),
  paypal: to("PayPal", PAYPAL),
  pix: to("Pix"),
  revolut: to("Revolut Pay"),
  scalapay: to("Scalapay"),
  sepa_debit: to("SEPA bank transfer", BANK),
  sofort: to("Sofort", BANK),
  swish: to("Swish"),
  th_bank_transfer: to("Bank transfer"),
  twint: to("TWINT"),
  us_bank_transfer: to("Bank transfer"),
  wechat_pay: to("WeChat Pay"),
  zip: to("Zip"),
}

/**
 * Where a refund goes back to.
 *
 * @param type Stripe's; one of tomorrow is named as Stripe writes it
 * @example
 * destinationOf("klarna") // { name: "Klarna", days: { from: 2, to: 5 } }
 */
export const destinationOf = (type: string): Destination =>
  (Object.hasOwn(DESTINATIONS, type) ? DESTINATIONS[type] : undefined) ??
  to(sentence(type.replaceAll("_", " ")))

const sentence = (words: string): string =>
  words.charAt(0).toUpperCase() + words.slice(1)
