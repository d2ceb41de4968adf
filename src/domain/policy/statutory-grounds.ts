/**
 * The exceptions from the right of withdrawal, by which the law lets a shop refuse
 * one, and how they are told to customers. Some hold only once something happened
 * (the seal was broken, the service was performed): naming a product here says that
 * it did.
 *
 * Source: Directive 2011/83/EU, Article 16, by its letters.
 */
export const STATUTORY_GROUNDS = {
  service_performed: "(a) the service has been fully performed",
  price_fluctuates:
    "(b) its price depends on a market that the shop cannot control",
  made_to_measure: "(c) it was made or personalised for you",
  perishable: "(d) it deteriorates or expires rapidly",
  unsealed_hygiene:
    "(e) it was unsealed, and cannot be taken back for health or hygiene reasons",
  mixed_inseparably: "(f) it has been mixed inseparably with other goods",
  late_alcohol:
    "(g) it is alcohol sold long before delivery, at a price that depends on the market",
  urgent_repair: "(h) it was an urgent repair that you asked for",
  unsealed_media: "(i) it is a recording or software that was unsealed",
  periodical: "(j) it is a newspaper, periodical or magazine",
  auction: "(k) it was bought at a public auction",
  dated_service:
    "(l) it is accommodation, transport, catering or leisure on a fixed date",
  digital_content:
    "(m) it is digital content whose delivery began with your consent",
} as const satisfies Record<string, string>

export type StatutoryGround = keyof typeof STATUTORY_GROUNDS
