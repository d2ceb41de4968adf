/** A key for one intent. `randomUUID` needs a secure context; a LAN address is none. */
export const newIdempotencyKey = (): string =>
  typeof crypto.randomUUID === "function"
    ? crypto.randomUUID()
    : Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
        byte.toString(16).padStart(2, "0")
      ).join("")

/**
 * The key of a form: made once, and kept however often the same content is sent,
 * so that a second click, or a retry after a lost answer, asks for nothing twice.
 * Other content gets another key, for the store refuses one key for two things.
 *
 * @example
 * const keyFor = formKey()
 * await client.createRequest(orderId, body, { idempotencyKey: keyFor(body) })
 */
export function formKey(
  newKey: () => string = newIdempotencyKey
): (content: unknown) => string {
  const keys = new Map<string, string>()
  return (content) => {
    const text = JSON.stringify(content)
    const key = keys.get(text) ?? newKey()
    keys.set(text, key)
    return key
  }
}
