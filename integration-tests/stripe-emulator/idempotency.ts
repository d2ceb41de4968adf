import { keyInUse, keyOfOtherEndpoint, keyReused } from "./errors"
import type { Form, FormValue } from "./form-encoding"
import type { AccountState, StoredAnswer } from "./state"

/** What a key is bound to: the endpoint, and its parameters in any order. */
export type Fingerprint = { path: string; params: string }

export const fingerprintOf = (path: string, params: Form): Fingerprint => ({
  path,
  params: JSON.stringify(sorted(params)),
})

function sorted(value: FormValue): FormValue {
  if (typeof value === "string") {
    return value
  }
  if (Array.isArray(value)) {
    return value.map(sorted)
  }
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((key) => [key, sorted(value[key] ?? "")])
  )
}

const LIFETIME_SECONDS = 24 * 60 * 60

/** Keeps the first answer of every idempotency key for 24 hours. */
export class IdempotencyKeys {
  private readonly running = new Set<string>()

  constructor(private readonly state: AccountState) {}

  /**
   * The stored answer for a key, or null for a new one.
   *
   * @throws keyInUse while the first request runs, keyReused for another request
   */
  begin(key: string, { path, params }: Fingerprint): StoredAnswer | null {
    if (this.running.has(key)) {
      throw keyInUse(key)
    }
    const stored = this.state.data.idempotency[key]
    if (stored && this.state.now() - stored.savedAt <= LIFETIME_SECONDS) {
      if (stored.path !== path) {
        throw keyOfOtherEndpoint(key, path, stored.path)
      }
      if (stored.params !== params) {
        throw keyReused(key)
      }
      return stored
    }
    this.running.add(key)
    return null
  }

  end(key: string): void {
    this.running.delete(key)
  }

  store(key: string, answer: Omit<StoredAnswer, "savedAt">): void {
    this.state.data.idempotency[key] = {
      ...answer,
      savedAt: this.state.now(),
    }
  }
}
