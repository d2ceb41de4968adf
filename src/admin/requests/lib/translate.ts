/**
 * The part of i18next that texts with a number need: `count` chooses between
 * "1 day" and "2 days".
 */
export type CountingTranslate = (
  key: string,
  values?: Record<string, string | number>
) => string
