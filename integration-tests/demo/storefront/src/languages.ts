import {
  de,
  en,
  es,
  fr,
  it,
  nl,
  pl,
  type RefundMessages,
} from "medusa-plugin-refunds/storefront"

/** What the customer may read the refunds in. The rest of the demo is English. */
export const languages: Record<
  string,
  { name: string; messages: RefundMessages }
> = {
  en: { name: "English", messages: en },
  de: { name: "Deutsch", messages: de },
  fr: { name: "Français", messages: fr },
  es: { name: "Español", messages: es },
  it: { name: "Italiano", messages: it },
  pl: { name: "Polski", messages: pl },
  nl: { name: "Nederlands", messages: nl },
}
