/**
 * Why a movement of money failed that no gateway decided about: its request was
 * never sent, or was proven not to have been carried out.
 */
const NEVER_HAPPENED: readonly (string | null)[] = [
  "never_sent",
  "not_executed",
]

type Attempt = { status: string; failure_code: string | null }

/** Whether a gateway answered that it does not do this. */
export const isRefusal = ({ status, failure_code }: Attempt): boolean =>
  status === "failed" && !NEVER_HAPPENED.includes(failure_code)

/**
 * Whether something that was undone left no answer behind, either: nothing moved,
 * and no gateway refused it. Its idempotency key stands for nothing, and the same
 * request may be tried again. A refusal is an answer: it is given again.
 *
 * @example
 * // The database went away before Stripe was asked: 500. The next try may pay.
 * cameToNothing(true, [{ status: "canceled", failure_code: null }]) // true
 */
export const cameToNothing = (
  undone: boolean,
  attempts: readonly Attempt[]
): boolean => undone && !attempts.some(isRefusal)
