import { DateTime } from "luxon"
import { STATUTORY_GROUNDS, type StatutoryGround } from "./statutory-grounds"

/**
 * Why no unit of an item can be asked for. Codes never change.
 *
 * - `order_canceled`, `disputed`, `on_hold`: nothing of the order can be
 * - `already_refunded`, `in_return`, `already_requested`: no unit is left
 * - `no_policy`: no policy of the shop is for this item
 * - `policy_failed`: a policy that is a function has failed; the shop's log says why
 * - `final_sale`, `not_offered`: the shop excludes it, or its window is of 0 days
 * - `not_delivered`: no unit has left the shop yet
 * - `window_over`: it is too late
 * - `withdrawal_disabled`, `not_consumer_country`, `statutory_exception`: the right
 *   of withdrawal is not offered, does not apply there, or not to this product
 */
export type PolicyBlock =
  | { code: PlainCode; details: Record<string, never> }
  | { code: "window_over"; details: { last_day: string } }
  | { code: "final_sale"; details: { ground: string } }
  | { code: "statutory_exception"; details: { ground: StatutoryGround } }

type PlainCode = keyof typeof PLAIN_TEXTS

export type PolicyBlockCode = PolicyBlock["code"]

const PLAIN_TEXTS = {
  order_canceled: "The order was canceled.",
  disputed:
    "A payment of the order is disputed at the bank, which decides about the money.",
  on_hold: "The order is on hold. Please contact the shop.",
  already_refunded: "It has been refunded already.",
  in_return: "It is in a return that is open.",
  already_requested:
    "You have asked for it already. Cancel that request to ask anew.",
  no_policy:
    "The shop takes no requests for this item here. Please contact the shop.",
  policy_failed:
    "The shop's refund policy cannot be read right now. Please contact the shop.",
  not_offered: "The shop offers no refund of this item.",
  not_delivered: "It has not been shipped yet.",
  withdrawal_disabled: "The shop offers no right of withdrawal.",
  not_consumer_country:
    "The right of withdrawal does not apply in the order's country.",
} as const

/** A block that needs no details. */
export const blockedBy = (code: PlainCode): PolicyBlock => ({
  code,
  details: {},
})

/**
 * A block in words, for customers.
 *
 * @example
 * blockText({ code: "window_over", details: { last_day: "2026-06-15" } })
 * // "The time to ask for it ended on 15 June 2026."
 */
export function blockText(block: PolicyBlock): string {
  switch (block.code) {
    case "window_over":
      return `The time to ask for it ended on ${inWords(block.details.last_day)}.`
    case "final_sale":
      return `The shop does not take it back: ${block.details.ground}.`
    case "statutory_exception":
      return `The law allows no withdrawal here: ${STATUTORY_GROUNDS[block.details.ground]}.`
    default:
      return PLAIN_TEXTS[block.code]
  }
}

const inWords = (day: string): string =>
  DateTime.fromISO(day, { zone: "utc", locale: "en-GB" }).toFormat(
    "d MMMM yyyy"
  )
