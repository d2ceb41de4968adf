/** The text of a code. Codes come from outside: `constructor` is none of ours. */
export const own = (
  texts: Record<string, string>,
  code: string
): string | undefined => (Object.hasOwn(texts, code) ? texts[code] : undefined)
