/**
 * Where the right of withdrawal of Directive 2011/83/EU applies: the member states of
 * the European Union, and Iceland, Liechtenstein and Norway (EEA).
 */
export const WITHDRAWAL_COUNTRIES: readonly string[] = [
  ..."at be bg cy cz de dk ee es fi fr gr hr hu".split(" "),
  ..."ie it lt lu lv mt nl pl pt ro se si sk".split(" "),
  ..."is li no".split(" "),
]

/** Days of the period that a shop must give at least (Article 9). */
export const STATUTORY_WITHDRAWAL_DAYS = 14
