import { localeOf } from "../../lib/locale"

/**
 * A language in the merchant's words: "German". Null where it is not known, or
 * where it is the merchant's own.
 *
 * @param locale BCP 47, as customers and stores write it
 */
export function languageName(
  locale: string | null,
  merchants: string
): string | null {
  if (!locale) {
    return null
  }
  try {
    const { language } = new Intl.Locale(locale)
    const own = localeOf(merchants)
    return language === new Intl.Locale(own).language
      ? null
      : (new Intl.DisplayNames(own, { type: "language" }).of(language) ?? null)
  } catch {
    // What a store keeps as an order's locale need not be one.
    return null
  }
}
