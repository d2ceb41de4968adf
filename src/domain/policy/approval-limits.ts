import type { Decimal } from "../money/exact-decimal"
import { isBelow } from "./policy-amount"
import type { PolicyOrder } from "./policy-context"
import type { RefundPolicy } from "./policy-types"

/** What speaks against an approval that nobody gave. */
export type ApprovalOrder = Pick<
  PolicyOrder,
  "currency_code" | "disputed" | "flagged"
> & {
  /** The order had another request, which was not canceled. */
  readonly contested: boolean
}

/**
 * Whether a request may be approved without anybody looking at it: its amount is below
 * the limit of every policy of its items, and nothing about the order is in doubt.
 *
 * @param policies those that decided about the items of the request
 * @param amount what the customer would get
 */
export const mayApproveByItself = (
  policies: readonly RefundPolicy[],
  amount: Decimal,
  { currency_code, disputed, flagged, contested }: ApprovalOrder
): boolean =>
  !disputed &&
  !flagged &&
  !contested &&
  policies.length > 0 &&
  policies.every(({ autoApproveBelow }) =>
    isBelow(amount, autoApproveBelow, currency_code)
  )

/**
 * Whether the customer may keep the goods of a request, because bringing them back is
 * not worth it: its amount is below the limit of every policy of its items.
 *
 * @param policies those that decided about the items of the request
 * @param amount what the customer would get
 */
export const mayKeepItem = (
  policies: readonly RefundPolicy[],
  amount: Decimal,
  { currency_code }: Pick<PolicyOrder, "currency_code">
): boolean =>
  policies.length > 0 &&
  policies.every(({ keepItemBelow }) =>
    isBelow(amount, keepItemBelow, currency_code)
  )
