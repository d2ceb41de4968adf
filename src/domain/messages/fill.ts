/**
 * Fills in what is in braces. What is filled in is text: braces in it stay.
 *
 * @example
 * fill("Hello {name},", { name: "Ada" }) // "Hello Ada,"
 */
export const fill = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole)
