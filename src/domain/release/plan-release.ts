import { createHash } from "node:crypto"
import { currencyOf } from "../money/currency"
import { decimal } from "../money/exact-decimal"
import { formatPayable, type Payable, roundToPayable } from "../money/money"
import { type LineBalance, lineBalances } from "../plan/line-balance"
import type { OrderSnapshot } from "../plan/plan-types"
import { planReleaseLines } from "./plan-release-lines"
import { drawFromLast, heldByOthers } from "./plan-release-payments"
import {
  refusalOfAmount,
  refusalOfOrder,
  type ReleaseAmounts,
} from "./plan-release-refusals"
import type {
  PlanRelease,
  ReleasedLine,
  ReleasePlan,
  ReleaseSnapshot,
} from "./release-types"

/**
 * Computes what a release would do, or why it cannot be made: authorised money
 * that is let go instead of captured. A line's share follows the rules of
 * `planRefund`, with the authorised amount in the place of the captured one.
 * Pure: the preview and the release itself call this with the same result.
 *
 * Everything is a void, and the order is cancelled. A part captures the rest now:
 * a provider takes less than it holds only once.
 *
 * @example
 * planRelease(snapshot, { items: [{ item_id: "item_1", quantity: 1 }] })
 * // { ok: true, plan: { kind: "capture_less", released: "19.82", ... } }
 */
export const planRelease: PlanRelease = (order, request) => {
  const blocked = refusalOfOrder(order)
  if (blocked) {
    return blocked
  }
  const currency = currencyOf(order.currency_code)
  const balances = lineBalances(asIfCaptured(order), currency)
  const planned = planReleaseLines(request, balances, currency)
  if (!planned.ok) {
    return planned
  }
  const { lines } = planned
  const authorized = sum(order.payments.map((each) => each.authorized))
  const released = isEverything(lines, balances)
    ? authorized
    : sum(lines.map(({ amount }) => amount))
  const kind = isEverything(lines, balances) ? "void" : "capture_less"
  const refusal = refusalOfAmount(order, kind, { released, authorized })
  return (
    refusal ?? {
      ok: true,
      plan: toPlan(order, kind, lines, { released, authorized }),
    }
  )

  function sum(amounts: string[]): Payable {
    return amounts.reduce(
      (total, amount) => total + roundToPayable(decimal(amount), currency),
      0n
    )
  }
}

/** The planner of refunds knows how to share out what was captured. */
const asIfCaptured = (order: ReleaseSnapshot): OrderSnapshot => ({
  ...order,
  owed: "0",
  refunded_lines: [],
  payments: order.payments.map(({ id, provider_id, authorized }) => ({
    id,
    provider_id,
    captured: authorized,
    refunded: "0",
    reserved: "0",
    refundable: true,
  })),
})

/** Shipping that costs nothing keeps no order alive. */
function isEverything(lines: ReleasedLine[], balances: LineBalance[]): boolean {
  return balances.every(({ kind, line, share, quantity }) => {
    const taken = lines.find(
      ({ item_id, shipping_method_id }) =>
        (item_id ?? shipping_method_id) === line.id
    )
    return kind === "item"
      ? taken?.quantity === quantity
      : taken !== undefined || share === 0n
  })
}

function toPlan(
  order: ReleaseSnapshot,
  kind: ReleasePlan["kind"],
  lines: ReleasedLine[],
  { released, authorized }: ReleaseAmounts
): ReleasePlan {
  const currency = currencyOf(order.currency_code)
  const format = (amount: Payable) => formatPayable(amount, currency)
  const payments = drawFromLast(order, released, currency)
  const plan = {
    order_id: order.order_id,
    currency_code: order.currency_code,
    kind,
    authorized: format(authorized),
    released: format(released),
    capture_amount: format(authorized - released),
    lines,
    payments,
    warnings: heldByOthers(order, payments),
  }
  return { ...plan, hash: releaseHash(plan) }
}

/** What the merchant agreed to. Another outcome has another hash. */
function releaseHash(plan: Omit<ReleasePlan, "hash">): string {
  const agreed = [
    plan.order_id,
    plan.currency_code,
    plan.kind,
    plan.lines.map((line) => [
      line.item_id ?? line.shipping_method_id,
      line.quantity,
      line.amount,
      line.tax_lines.map(({ code, amount }) => [code, amount]),
    ]),
    plan.payments.map(({ payment_id, released, capture_amount }) => [
      payment_id,
      released,
      capture_amount,
    ]),
  ]
  return createHash("sha256").update(JSON.stringify(agreed)).digest("hex")
}
