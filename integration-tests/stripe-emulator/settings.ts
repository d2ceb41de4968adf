/** How many milliseconds after a request Stripe does by itself what follows from it. */
export type Delays = {
  /** A refund gets the reference that its bank knows it by. */
  reference: number | "hold"
  /** A charge that was captured in the background gets its balance transaction. */
  balanceTransaction: number | "hold"
  /** A refund to `pm_card_refundFail` fails. */
  refundFailure: number | "hold"
  /** A dispute is decided by test evidence. */
  judgement: number | "hold"
}

/** As long as it was recorded to take. */
export const REAL_DELAYS: Delays = {
  reference: 400,
  balanceTransaction: 300,
  refundFailure: 4000,
  judgement: 6000,
}

/**
 * Right after the answer, so that tests need not wait. The answer itself still
 * lacks what comes later. A refund that fails is as late as at Stripe.
 */
export const SHORT_DELAYS: Delays = {
  reference: 0,
  balanceTransaction: 0,
  refundFailure: REAL_DELAYS.refundFailure,
  judgement: 0,
}

/** In what the account is paid out, when that is not what customers pay in. */
export type Settlement = {
  currency: string
  /** One unit of the customer's currency in units of this one. */
  rate: number
}

/** How the emulated account differs from others; a reset leaves it. */
export type Settings = {
  delays: Delays
  settlement: Settlement | null
}
