/**
 * Texts as a literal of PostgreSQL, for `= ANY(?)`: MikroORM would write an array
 * into a statement as a list.
 */
export const textArray = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, "\\$&")}"`).join(",")}}`
