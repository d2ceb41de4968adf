import type { RequestBlock } from "../../../types/refund-request"
import { isRefundsError } from "../../client/refunds-error"
import type { RefundMessages } from "../../messages"
import { own } from "./own"

/** Why something failed, in the customer's language. */
export const errorText = (error: unknown, messages: RefundMessages): string =>
  (isRefundsError(error) && own(messages.errors, error.code)) ||
  messages.errors.unknown_error

/**
 * Why something cannot be asked for. For grounds that the shop names itself (a final
 * sale, an exception of the law) there is no translation: its own words are shown.
 */
export const blockedText = (
  { code, text }: RequestBlock,
  messages: RefundMessages
): string => own(messages.blocked, code) ?? text
