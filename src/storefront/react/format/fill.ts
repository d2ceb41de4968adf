/**
 * Puts values into a text: `fill("Refund of {amount}", { amount })`. What has no
 * value stays as it is, so that a typing mistake in a translation is seen.
 */
export const fill = (
  text: string,
  values: Record<string, string | number>
): string =>
  text.replace(/\{(\w+)\}/g, (placeholder, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : placeholder
  )
