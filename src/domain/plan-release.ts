import { createHash } from "node:crypto"
import { currencyOf, type Currency } from "./currency"
import { refuse, type Refusal } from "./errors"
import { decimal } from "./exact-decimal"
import { lineBalances, type LineBalance } from "./line-balance"
import { formatPayable, roundToPayable, type Payable } from "./money"
import { planReleaseLines } from "./plan-release-lines"
import type { OrderSnapshot } from "./plan-types"
import type {
  PlanRelease,
  ReleasedLine,
  ReleasedPayment,
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

type Amounts = { released: Payable; authorized: Payable }

/** Why nothing of this order can be released at all. */
function refusalOfOrder(order: ReleaseSnapshot): Refusal | null {
  const id = order.order_id
  if (order.canceled) {
    return refuse(
      "order_canceled",
      `${id} is cancelled: nothing is held for it.`
    )
  }
  if (order.captured) {
    return refuse(
      "order_already_captured",
      `Money of ${id} was captured already. Refund it instead.`
    )
  }
  if (order.has_active_change) {
    return refuse(
      "order_has_active_change",
      `${id} has an open edit, return, claim or exchange. Confirm or cancel it first.`
    )
  }
  return order.payments.length
    ? null
    : refuse("nothing_to_refund", `No payment of ${id} is authorised.`)
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

function refusalOfAmount(
  order: ReleaseSnapshot,
  kind: ReleasePlan["kind"],
  { released, authorized }: Amounts
): Refusal | null {
  if (kind === "void") {
    return order.cancelable
      ? null
      : refuse(
          "order_not_cancelable",
          `Releasing everything cancels ${order.order_id}, which is completed or has a fulfillment. Cancel its fulfillments first.`
        )
  }
  if (released <= 0n) {
    return refuse(
      "nothing_to_refund",
      `Nothing of the request was to be paid for ${order.order_id}.`
    )
  }
  const currency = currencyOf(order.currency_code)
  return released > authorized
    ? refuse(
        "amount_exceeds_payment",
        `The payments of ${order.order_id} hold ${formatPayable(authorized, currency)}, less than ${formatPayable(released, currency)}.`,
        { largest_amount: formatPayable(authorized, currency) }
      )
    : null
}

function toPlan(
  order: ReleaseSnapshot,
  kind: ReleasePlan["kind"],
  lines: ReleasedLine[],
  { released, authorized }: Amounts
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

/** The last payment gives first; one that falls to zero is cancelled. */
function drawFromLast(
  { payments }: ReleaseSnapshot,
  released: Payable,
  currency: Currency
): ReleasedPayment[] {
  let left = released
  return [...payments]
    .reverse()
    .map(({ id, provider_id, authorized }) => {
      const held = roundToPayable(decimal(authorized), currency)
      const drawn = left < held ? left : held
      left -= drawn
      return {
        payment_id: id,
        provider_id,
        authorized: formatPayable(held, currency),
        released: formatPayable(drawn, currency),
        capture_amount: formatPayable(held - drawn, currency),
      }
    })
    .reverse()
}

/** Only some providers let the rest go when less is captured. */
function heldByOthers(
  { payments: authorized }: ReleaseSnapshot,
  payments: ReleasedPayment[]
): ReleasePlan["warnings"] {
  return payments.flatMap(
    ({ payment_id, provider_id, released, capture_amount }) => {
      const provider = authorized.find(({ id }) => id === payment_id)
      return provider?.releases_rest ||
        isZero(released) ||
        isZero(capture_amount)
        ? []
        : [
            {
              code: "rest_not_released",
              message: `${provider_id} is asked to capture ${capture_amount} of ${payment_id}. Whether it lets ${released} go, or captures all, is for you to see on its own pages.`,
            },
          ]
    }
  )
}

const isZero = (amount: string): boolean => decimal(amount).units === 0n

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
