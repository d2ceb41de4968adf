/** What Stripe took for a payment, before anything was given back. */
export type TakenAmount = { minor_amount: bigint; currency_code: string }
