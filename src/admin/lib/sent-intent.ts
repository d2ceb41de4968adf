import { newIdempotencyKey } from "./idempotency-key"

/** One thing the merchant means to do, however often it has to be sent. */
export type SentIntent<Body> = {
  asked: string
  body: Body
  idempotencyKey: string
}

/**
 * The intent to send. While the outcome of an earlier send is open, the same
 * request sends the very same body and key, even where the preview has changed
 * since: the first send may be what changed it.
 *
 * @param asked what the merchant entered
 * @param seen the hash of the preview they saw
 */
export function sentIntent<Body extends object>(
  open: SentIntent<Body> | null,
  asked: Body,
  seen: Partial<Body>
): SentIntent<Body> {
  const text = JSON.stringify(asked)
  return open?.asked === text
    ? open
    : {
        asked: text,
        body: { ...asked, ...seen },
        idempotencyKey: newIdempotencyKey(),
      }
}
