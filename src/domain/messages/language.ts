import { MESSAGE_LANGUAGES, type MessageLanguage } from "./texts"

const isWritten = (language: string): language is MessageLanguage =>
  MESSAGE_LANGUAGES.some((known) => known === language)

/**
 * The language that a locale is written to in: its own, or English where no text is
 * in it.
 *
 * @example
 * messageLanguage("de-AT") // "de"
 * messageLanguage("ja-JP") // "en"
 */
export function messageLanguage(locale: string): MessageLanguage {
  const [language = ""] = locale.toLowerCase().split(/[-_]/)
  return isWritten(language) ? language : "en"
}

/**
 * The locale whose habits dates and amounts follow. An English text never has a
 * Japanese date: where the language is not written, neither is its region's habit.
 *
 * @example
 * formatLocale("de_AT") // "de-AT"
 * formatLocale("ja-JP") // "en"
 */
export function formatLocale(locale: string): string {
  const language = messageLanguage(locale)
  const tag = locale.replace(/_/g, "-")
  if (!tag.toLowerCase().startsWith(language)) {
    return language
  }
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? language
  } catch {
    // Not a locale at all, such as "de-": what it begins with still counts.
    return language
  }
}

/**
 * The first of these that names a language messages are written in; the store's own
 * choice ends the list.
 *
 * @example
 * pickLocale([null, "ja-JP", "de-AT"], "en") // "de-AT"
 */
export const pickLocale = (
  wanted: (string | null | undefined)[],
  fallback: string
): string =>
  wanted.find(
    (locale) => locale && isWritten(locale.toLowerCase().split(/[-_]/)[0] ?? "")
  ) ?? fallback
