import { refundError } from "../common/refund-error"

/** The error for a key that another request has used. */
export const keyReused = ({ id }: { id: string }) =>
  refundError({
    code: "idempotency_key_reused",
    message: `The idempotency key was used for another request (${id}). Take a new key for a new request.`,
  })
