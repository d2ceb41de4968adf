/**
 * Codes that do not come from the server:
 *
 * - `unauthorized`: nobody is logged in
 * - `conflict`: something else was faster; the store did not say what
 * - `offline`: no answer came
 * - `unknown_error`: the store failed, or answered what nobody understands
 *
 * All others are the codes of `docs/errors.md`.
 */
export type ClientErrorCode =
  "unauthorized" | "conflict" | "offline" | "unknown_error"

/** What an error of the server looks like, as far as it is one of ours. */
type ErrorBody = {
  code?: unknown
  message?: unknown
  details?: unknown
}

/** Why the store did not do what it was asked. */
export class RefundsError extends Error {
  override readonly name = "RefundsError"

  constructor(
    /** Stable, for programs: `already_requested`. */
    readonly code: string,
    message: string,
    /** The HTTP status; 0 where no answer came. */
    readonly status: number,
    /** What the code's row in `docs/errors.md` promises. */
    readonly details: Record<string, unknown> = {}
  ) {
    super(message)
  }
}

/**
 * Whether something thrown is an error of the client. By its name: a bundler may
 * have put the class into a program twice.
 */
export const isRefundsError = (error: unknown): error is RefundsError =>
  error instanceof Error && error.name === "RefundsError" && "code" in error

/** What a status says where the body says nothing. */
const CODES: Record<number, string> = {
  0: "offline",
  401: "unauthorized",
  404: "order_not_found",
  409: "conflict",
  429: "too_many_requests",
}

/** The error of an answer. */
export function errorOf(
  status: number,
  body: unknown,
  fallback = ""
): RefundsError {
  const { code, message, details }: ErrorBody =
    typeof body === "object" && body !== null ? body : {}
  return new RefundsError(
    // Medusa's own errors have a `type`, and seldom a code of ours.
    typeof code === "string" && /^[a-z_]+$/.test(code)
      ? code
      : (CODES[status] ?? "unknown_error"),
    typeof message === "string" && message ? message : fallback,
    status,
    isRecord(details) ? details : {}
  )
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value)
