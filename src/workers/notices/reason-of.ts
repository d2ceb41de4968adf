import { toError } from "../../workflows/common/to-error"

const LENGTH = 300

/**
 * Why something could not be sent, to be stored: mail servers name the address in their
 * answers, and that is nobody's business here.
 */
export const reasonOf = (error: unknown): string =>
  toError(error)
    .message.replace(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, "<address>")
    .slice(0, LENGTH)
