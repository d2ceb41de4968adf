import type { RefundRequestDTO } from "../../../types"
import { SOON_IN_DAYS } from "./request-filters"
import type { CountingTranslate } from "./translate"

type Request = Pick<RefundRequestDTO, "due_in_days" | "waits_for_goods">

/** The law's 14 days are nearly over. */
const URGENT_IN_DAYS = 1

/**
 * How long there is until the money of a withdrawal is due, in words; null where
 * nothing is due.
 */
export function dueText(
  { due_in_days: days }: Request,
  t: CountingTranslate
): string | null {
  if (days === null) {
    return null
  }
  if (days < 0) {
    return t("refundRequests.due.late", { count: -days })
  }
  // A day that has begun is not counted: 0 is less than a day.
  return days === 0
    ? t("refundRequests.due.today")
    : t("refundRequests.due.in", { count: days })
}

/**
 * How loudly it is said. A shop that waits for the goods may hold the money back
 * until they come or were proven to be sent, so nothing presses there.
 * Source: Directive 2011/83/EU, Art. 13(3)
 */
export function dueColor({
  due_in_days: days,
  waits_for_goods,
}: Request): "red" | "orange" | "grey" {
  if (days === null || waits_for_goods) {
    return "grey"
  }
  if (days <= URGENT_IN_DAYS) {
    return "red"
  }
  return days <= SOON_IN_DAYS ? "orange" : "grey"
}
