import Stripe from "stripe"
import { type GatewayOutcome, INSUFFICIENT_FUNDS } from "../domain"

/**
 * Says what an error of `refunds.create` proves about the money.
 *
 * Only a refusal that Stripe makes before it executes is definite. Connection
 * errors, timeouts, half an answer and 5xx prove nothing. Neither do 409 (the
 * same key is being executed right now), 429 (asked again later with the same
 * key) and `idempotency_error` (the key is known with other parameters: a
 * refund may exist). Source: docs.stripe.com/error-low-level, /api/errors.
 *
 * A 5xx that Stripe replays was saved when the execution ended: nothing more
 * will come of that key.
 */
export function classifyStripeError(
  error: unknown
): Extract<GatewayOutcome, { kind: "declined" | "unknown" }> {
  if (!(error instanceof Stripe.errors.StripeError)) {
    throw error
  }
  const outcome = {
    code: error.code ?? codeOf(error),
    message: withoutKeys(error.message),
    request_id: error.requestId ?? null,
  }
  const refused =
    error instanceof Stripe.errors.StripeInvalidRequestError ||
    error instanceof Stripe.errors.StripeCardError ||
    error instanceof Stripe.errors.StripeAuthenticationError ||
    error instanceof Stripe.errors.StripePermissionError
  return refused
    ? { kind: "declined", ...outcome }
    : { kind: "unknown", ...outcome, finished: isReplayedFailure(error) }
}

/**
 * A refund that the account's balance cannot pay is refused without a code. It
 * gets the word that Stripe has for a refund that waits, or fails, for the same
 * reason. Seen since 2024: woocommerce-payments#10025, medusajs/admin#720.
 */
const codeOf = (error: InstanceType<typeof Stripe.errors.StripeError>) =>
  messageCode(error.raw) === "insufficient_balance_for_refund" ||
  /insufficient funds in your stripe (balance|account)/i.test(error.message)
    ? INSUFFICIENT_FUNDS
    : (error.rawType ?? error.type)

const messageCode = (raw: unknown): unknown =>
  typeof raw === "object" && raw !== null && "message_code" in raw
    ? raw.message_code
    : null

/** Stripe masks a key that it echoes; a proxy may not. Messages are logged and shown. */
const withoutKeys = (text: string): string =>
  text.replace(
    /\b((?:sk|rk|pk)_(?:test|live)|whsec)_[A-Za-z0-9]+/g,
    (_, kind: string) => `${kind}_…`
  )

const isReplayedFailure = ({
  headers,
  statusCode,
}: InstanceType<typeof Stripe.errors.StripeError>): boolean =>
  headers?.["idempotent-replayed"] === "true" && (statusCode ?? 0) >= 500
