import type { Decimal } from "../money/exact-decimal"
import type { PolicyBlock } from "./policy-block"
import type { PolicyProblem } from "./policy-function"
import type { RefundPolicy, RefundResolution } from "./policy-types"

/** What may be asked for of an item, and until when. */
type Choice = {
  /** Units that may be asked for now. */
  quantity: number
  /** The first moment that is too late; null where there is no end, or none yet. */
  deadline: Date | null
  /** Why it is no unit; null where it is one at least. */
  blocked: PolicyBlock | null
}

/** What the shop's policy lets a customer ask for. */
export type ItemRefundOption = Choice & {
  resolutions: readonly RefundResolution[]
  /** Name of the policy that decided; null where none did. */
  policy: string | null
  /** That policy itself, for fees, limits, and to be stored with a request. */
  rule: RefundPolicy | null
  restocking_fee_percent: Decimal
  /** Kept once per request, in the order's currency. */
  return_fee: Decimal
}

/** From what a consumer may withdraw by law, whatever the policy says. */
export type ItemWithdrawalOption = Choice

export type ItemRefundOptions = {
  item_id: string
  refund: ItemRefundOption
  withdrawal: ItemWithdrawalOption
}

/** What a customer may do with an order, item by item. */
export type OrderRefundOptions = {
  order_id: string
  currency_code: string
  /** The version of the settings that decided. */
  version: string
  items: ItemRefundOptions[]
  /** Policies that are functions and failed, for the log. */
  problems: PolicyProblem[]
}
