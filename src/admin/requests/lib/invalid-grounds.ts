/**
 * Why a withdrawal can be invalid: the exceptions of the law by the names that the
 * shop's policy gives them, the most frequent first, and what else can be. Each has
 * a text for the customer in every language.
 *
 * Source: Directive 2011/83/EU, Art. 2(1), 9 and 16
 */
export const INVALID_GROUNDS = [
  "period_over",
  "made_to_measure",
  "perishable",
  "unsealed_hygiene",
  "mixed_inseparably",
  "unsealed_media",
  "digital_content",
  "service_performed",
  "dated_service",
  "periodical",
  "price_fluctuates",
  "late_alcohol",
  "urgent_repair",
  "auction",
  "no_consumer",
  "other",
] as const

export type InvalidGround = (typeof INVALID_GROUNDS)[number]

/**
 * The text once a ground is chosen: words that somebody wrote stay, those of an
 * earlier choice do not.
 */
export const withGround = (
  text: string,
  before: string | undefined,
  chosen: string
): string => (text.trim() === "" || text === before ? chosen : text)
