/**
 * The dashboard's name of a language as `Intl` takes it: "ptBR" is "pt-BR". It
 * throws at the dashboard's own.
 */
export const localeOf = (language: string): string =>
  language.replace(/^([a-z]{2})([A-Z]{2})$/, "$1-$2")
