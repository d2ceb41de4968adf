import { type ApiError, keyInUse, keyReused } from "./errors"
import type { Form, FormValue } from "./form-encoding"
import type { AccountState, StoredAnswer } from "./state"

/** What a key is bound to: the parameters in any order. */
export const fingerprintOf = (
  method: string,
  path: string,
  params: Form
): string => `${method} ${path} ${JSON.stringify(sorted(params))}`

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

/** Answers that are stored are replayed; these never began to execute. */
const isStored = (error: ApiError) =>
  ![401, 409, 429].includes(error.status) &&
  error.body.type !== "idempotency_error" &&
  !error.body.code?.startsWith("parameter_")

/** Keeps the first answer of every idempotency key for 24 hours. */
export class IdempotencyKeys {
  private readonly running = new Set<string>()

  constructor(private readonly state: AccountState) {}

  /**
   * The stored answer for a key, or null for a new one.
   *
   * @throws keyInUse while the first request runs, keyReused for other parameters
   */
  begin(key: string, fingerprint: string): StoredAnswer | null {
    if (this.running.has(key)) {
      throw keyInUse(key)
    }
    const stored = this.state.data.idempotency[key]
    if (stored && this.state.now() - stored.savedAt <= LIFETIME_SECONDS) {
      if (stored.fingerprint !== fingerprint) {
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

  storeError(key: string, fingerprint: string, error: ApiError): void {
    if (isStored(error)) {
      this.store(key, {
        fingerprint,
        status: error.status,
        body: { error: error.body },
      })
    }
  }
}
