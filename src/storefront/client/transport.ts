import { errorOf } from "./refunds-error"

/** One request to the store. */
export type RefundsCall = {
  method: "GET" | "POST"
  /** From `/store` on. */
  path: string
  query?: Record<string, string | number>
  headers: Record<string, string>
  /** Sent as JSON, or as a form where it is one. */
  body?: object
  signal?: AbortSignal
}

/** What the store answered: 2xx, or 304. */
export type RefundsAnswer = {
  status: number
  /** Null also where the browser hides it, as it does from another origin. */
  etag: string | null
  body: unknown
}

/**
 * How requests reach the store.
 *
 * @throws RefundsError for every other answer, and for none
 */
export type RefundsTransport = (call: RefundsCall) => Promise<RefundsAnswer>

/** Reads an answer that is not an error. */
export async function readAnswer(response: Response): Promise<RefundsAnswer> {
  const { status, headers } = response
  const body: unknown =
    status === 304
      ? null
      : await response.json().catch(() => {
          throw errorOf(status, null, "The store's answer is not JSON.")
        })
  return { status, etag: headers.get("etag"), body }
}

/** Somebody stopped it; that is no failure. Not every browser's is an `Error`. */
export const isAborted = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "name" in error &&
  error.name === "AbortError"
