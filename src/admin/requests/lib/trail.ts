import type { RefundRequestEventDTO } from "../../../types"
import type { CountingTranslate } from "./translate"

const ACTIONS = [
  "submitted",
  "asked",
  "answered",
  "approved",
  "approval_failed",
  "refund_made",
  "refunded",
  "declined",
  "invalid",
  "canceled",
  "refused",
  "waits_for_goods",
  "goods_arrived",
  "assigned",
]

/** What happened, in words; an action that is newer than these words by its name. */
export const actionText = (
  { action }: Pick<RefundRequestEventDTO, "action">,
  t: CountingTranslate
): string =>
  ACTIONS.includes(action)
    ? t(`refundRequests.trail.${action}`)
    : action.replaceAll("_", " ")

/** What was said with it: a question, an answer, why an approval failed. */
export function quoteOf(
  { details }: Pick<RefundRequestEventDTO, "details">,
  t: CountingTranslate
): string | null {
  const said = details?.question ?? details?.message ?? details?.note
  if (typeof said === "string" && said) {
    return said
  }
  return typeof details?.typed === "string"
    ? t("refundRequests.order.typed", { typed: details.typed })
    : null
}

/** Who did it: a member of the staff by id, or one of those that have no name. */
export type TrailActor =
  { user: string } | { text: "customer" | "policy" } | null

/** Jobs and workflows are nobody: what they did says enough. */
export function actorOf({
  actor,
}: Pick<RefundRequestEventDTO, "actor">): TrailActor {
  if (actor.startsWith("user:")) {
    return { user: actor.slice("user:".length) }
  }
  return actor === "customer" || actor === "policy" ? { text: actor } : null
}
