/** Why a bank refuses a card, as `error` and `last_payment_error` say it. */
export type Decline = {
  code: string
  decline_code?: string
  message: string
  param?: string
  advice_code?: "confirm_card_data" | "do_not_try_again" | "try_again_later"
  network_advice_code?: string
  network_decline_code?: string
}

const DECLINED = "Your card was declined."

const GENERIC: Decline = {
  code: "card_declined",
  decline_code: "generic_decline",
  message: DECLINED,
  advice_code: "try_again_later",
  network_advice_code: "02",
  network_decline_code: "01",
}

/** Recorded: rows 017 to 025 of `stripe-recorded`; cards from docs.stripe.com/testing. */
const DECLINES: Record<string, Decline> = {
  pm_card_visa_chargeDeclined: GENERIC,
  // Can be saved, and is declined when it is charged.
  pm_card_chargeCustomerFail: GENERIC,
  pm_card_visa_chargeDeclinedInsufficientFunds: {
    code: "card_declined",
    decline_code: "insufficient_funds",
    message: "Your card has insufficient funds.",
    advice_code: "try_again_later",
    network_advice_code: "02",
    network_decline_code: "51",
  },
  pm_card_visa_chargeDeclinedLostCard: {
    code: "card_declined",
    decline_code: "lost_card",
    message: DECLINED,
    advice_code: "do_not_try_again",
    network_advice_code: "01",
    network_decline_code: "41",
  },
  pm_card_visa_chargeDeclinedStolenCard: {
    code: "card_declined",
    decline_code: "stolen_card",
    message: DECLINED,
    advice_code: "do_not_try_again",
    network_advice_code: "01",
    network_decline_code: "43",
  },
  pm_card_visa_chargeDeclinedVelocityLimitExceeded: {
    code: "card_declined",
    decline_code: "card_velocity_exceeded",
    message:
      "Your card was declined for making repeated attempts too frequently or exceeding its amount limit.",
    advice_code: "try_again_later",
    network_advice_code: "02",
    network_decline_code: "61",
  },
  pm_card_chargeDeclinedExpiredCard: {
    code: "expired_card",
    decline_code: "expired_card",
    message: "Your card has expired.",
    param: "exp_month",
    advice_code: "confirm_card_data",
    network_advice_code: "03",
    network_decline_code: "54",
  },
  pm_card_chargeDeclinedIncorrectCvc: {
    code: "incorrect_cvc",
    message: "Your card's security code is incorrect.",
    param: "cvc",
  },
  pm_card_chargeDeclinedProcessingError: {
    code: "processing_error",
    decline_code: "processing_error",
    message:
      "An error occurred while processing your card. Try again in a little bit.",
    advice_code: "try_again_later",
    network_decline_code: "06",
  },
}

/** The customer is away and their bank wants them. */
export const AUTHENTICATION_REQUIRED: Decline = {
  code: "authentication_required",
  decline_code: "authentication_required",
  message: "Your card was declined. This transaction requires authentication.",
}

/** Why a test card cannot be charged, or null. */
export const declineOf = (card: string): Decline | null =>
  DECLINES[card] ?? null
