import {
  type Decimal,
  greaterThan,
  lessThan,
  type OrderRefundStatus,
} from "../../domain"
import type { OrderEditDTO, OrderEditSettlement } from "../../types"

/** What an order's books say of the money of one edit at this moment. */
export type MoneyNow = {
  /** The edit's refund, if it made one. */
  refund: {
    status: OrderRefundStatus
    /** The part that failed, and that the refund still owes. */
    failed: Decimal
    /** Why, in the provider's words. */
    reason: string | null
  } | null
  /** What its payment collection still asks the customer for. */
  asked: Decimal
  /** Whether the customer paid it: a later edit may have taken it back instead. */
  collected: boolean
  /** What the order owes the customer. */
  owed: Decimal
}

type Edit = Pick<OrderEditDTO, "settlement" | "owed">

/**
 * How far the money of an edit is by now. The record ends with the edit: a link
 * is paid later, and a refund can fail or be made good after it.
 *
 * What is still open has the amount that is open; where a link was paid in place
 * of a refused charge, it was a link; where nobody paid it, no money moved.
 */
export function settlementNow(
  { settlement, owed }: Edit,
  now: MoneyNow
): OrderEditSettlement {
  const { kind, status } = settlement
  if (status === "processing") {
    return settlement
  }
  if (kind === "refund") {
    return refundNow(settlement, now)
  }
  if (status === "settled") {
    return settlement
  }
  if (lessThan(owed, "0")) {
    return greaterThan(now.asked, "0")
      ? { ...settlement, amount: now.asked }
      : settled(settlement, endOf(kind, now))
  }
  return stillOwed(settlement, now.owed)
}

const endOf = (
  kind: OrderEditSettlement["kind"],
  { collected }: MoneyNow
): OrderEditSettlement["kind"] =>
  kind === "charge" || kind === "link" ? (collected ? "link" : "none") : kind

function refundNow(
  settlement: OrderEditSettlement,
  { refund, owed }: MoneyNow
): OrderEditSettlement {
  if (!refund) {
    return stillOwed(settlement, owed)
  }
  if (greaterThan(refund.failed, "0")) {
    return {
      ...settlement,
      status: "failed",
      amount: refund.failed,
      code: "provider_declined",
      message: refund.reason ?? settlement.message,
    }
  }
  switch (refund.status) {
    case "processing":
      return { ...settlement, status: "processing" }
    // Refused at once: the order owes as if it had not been tried.
    case "failed":
    case "partially_failed":
    case "canceled":
      return stillOwed({ ...settlement, status: "failed" }, owed)
    case "withdrawn":
      return settled(settlement, "none")
    default:
      return settled(settlement, "refund")
  }
}

/** What the order owed after the edit, of which it may owe less by now. */
const stillOwed = (
  settlement: OrderEditSettlement,
  owed: Decimal
): OrderEditSettlement =>
  greaterThan(owed, "0")
    ? {
        ...settlement,
        amount: lessThan(owed, settlement.amount) ? owed : settlement.amount,
      }
    : settled(settlement, "later")

const settled = (
  settlement: OrderEditSettlement,
  kind: OrderEditSettlement["kind"]
): OrderEditSettlement => ({
  ...settlement,
  kind,
  status: "settled",
  payment_link: null,
  code: null,
  message: null,
  decline_code: null,
  advice_code: null,
})
