/** HTML that was made by `html`: what was put into it is escaped. */
export type Html = { readonly html: string }

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "")

type Part = string | Html | Html[]

const partOf = (part: Part): string => {
  if (typeof part === "string") {
    return escape(part)
  }
  return [part]
    .flat()
    .map((each) => each.html)
    .join("")
}

/**
 * The only way to make HTML here: whatever is put in is escaped, unless it was made by
 * this function.
 *
 * @example
 * html`<p>${"a < b"}</p>`.html // "<p>a &lt; b</p>"
 */
export const html = (
  strings: TemplateStringsArray,
  ...parts: Part[]
): Html => ({
  html: strings.reduce(
    (whole, string, index) => whole + partOf(parts[index - 1] ?? "") + string
  ),
})

/** Text with its line breaks. */
export const withBreaks = (text: string): Html[] =>
  text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) =>
      index ? [html`<br />`, html`${line}`] : [html`${line}`]
    )

/**
 * An address that a link may lead to: anything but the web would be a way to run
 * scripts, or to lead a customer somewhere that the store did not name.
 *
 * @returns null for every other address
 */
export function webAddress(address: string): string | null {
  try {
    const { protocol, href } = new URL(address)
    return protocol === "https:" || protocol === "http:" ? href : null
  } catch {
    return null
  }
}
