/** A decoded form: text, lists and nested maps of text. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue }
export type Form = { [key: string]: FormValue }

/**
 * Decodes Stripe's form encoding: `metadata[a]=b&expand[0]=charge&x[]=1`.
 *
 * @example
 * decodeForm("amount=5&metadata[a]=b") // { amount: "5", metadata: { a: "b" } }
 */
export function decodeForm(encoded: string): Form {
  const form = emptyForm()
  for (const [key, value] of new URLSearchParams(encoded)) {
    const [head = "", ...rest] = key.split("[")
    assign(form, [head, ...rest.map((part) => part.replace(/\]$/, ""))], value)
  }
  return asLists(form) as Form
}

/** No prototype: a field may be called `__proto__`. */
const emptyForm = (): Form => Object.create(null) as Form

function assign(target: Form, path: string[], value: string): void {
  const [head = "", ...rest] = path
  const key = head === "" ? String(Object.keys(target).length) : head
  if (!rest.length) {
    target[key] = value
    return
  }
  const child = target[key]
  const next: Form =
    typeof child === "object" && !Array.isArray(child) ? child : emptyForm()
  target[key] = next
  assign(next, rest, value)
}

/** Maps whose keys are 0, 1, 2... are lists. */
function asLists(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) {
    return value
  }
  const entries = Object.entries(value).map(
    ([key, each]) => [key, asLists(each)] as const
  )
  const isList =
    entries.length > 0 && entries.every(([key], index) => key === String(index))
  return isList ? entries.map(([, each]) => each) : Object.fromEntries(entries)
}
