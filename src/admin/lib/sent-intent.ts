import { isRefusal } from "./admin-api-error"
import { newIdempotencyKey } from "./idempotency-key"

/** One thing the merchant means to do, however often it has to be sent. */
export type SentIntent<Body> = {
  asked: string
  body: Body
  /** What the button said, for words about it later. */
  said: string
  idempotencyKey: string
}

/**
 * The intent to send. While the outcome of an earlier send is open, the same
 * request sends the very same body and key, even where the preview has changed
 * since: the first send may be what changed it, and a new key would do it a
 * second time.
 *
 * @param asked what the merchant entered
 * @param seen the hash of the preview they saw
 * @param said what the button said
 */
export function sentIntent<Body extends object>(
  open: SentIntent<Body> | null,
  asked: Body,
  seen: Partial<Body>,
  said = ""
): SentIntent<Body> {
  const text = JSON.stringify(asked)
  return open?.asked === text
    ? open
    : {
        asked: text,
        body: { ...asked, ...seen },
        said,
        idempotencyKey: newIdempotencyKey(),
      }
}

/**
 * Whether an error says for sure that nothing came of this intent. A lost answer
 * does not, nor does a request that is still held up by the first send.
 */
export const endsIntent = (error: unknown): boolean =>
  isRefusal(error) && error.body.code !== "refund_in_progress"
