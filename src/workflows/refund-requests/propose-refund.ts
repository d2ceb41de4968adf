import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type Decimal,
  isZero,
  mayKeepItem,
  planRefund,
  type PolicyOrder,
  type RefundPolicy,
  refundableLines,
  refundLessFees,
  requestFees,
  type Restock,
  restockOfRequest,
  subtract,
  withdrawalIncludesShipping,
} from "../../domain"
import type { RefundRequestRecord } from "../../modules/refund-requests/types"
import type { RefundRequest } from "../../types"
import { policyOfOrder } from "./policy-of-order"
import { asWhenItCame, withoutOwnUnits } from "./request-facts"

/** The refund that a request would get now, and how it differs from what was asked. */
export type ProposedRefund = {
  request: RefundRequest
  /** Units that can no longer be refunded as they were asked for. */
  changed: { item_id: string; asked: number; left: number }[]
  fees: { restocking: Decimal; return: Decimal } | null
  /** What the customer would get; null where nothing is left to refund. */
  amount: Decimal | null
  facts: PolicyOrder
  /** The policies that decided about its items. */
  rules: RefundPolicy[]
  /** An item has no policy, or goods that somebody has to see to. */
  needs_look: boolean
}

/**
 * Plans the refund of a request on the order as it is now, less what the policies
 * keep. A withdrawal keeps nothing, and takes standard delivery back with all goods.
 *
 * @throws order_not_found
 */
export async function proposeRefundOf(
  container: MedusaContainer,
  request: RefundRequestRecord
): Promise<ProposedRefund> {
  const read = await policyOfOrder(
    container,
    request.order_id ?? "",
    new Date(request.received_at),
    "all"
  )
  const { state } = read
  const facts = withoutOwnUnits(read.facts, request)
  const options = asWhenItCame(read.options, request)
  const { snapshot } = state
  const lines = refundableLines(snapshot)
  const units = request.lines.map(({ item_id, quantity: asked }) => {
    const line = lines.find(({ line_id }) => line_id === item_id)
    const left = line?.refundable_quantity ?? 0
    const quantity = Math.min(asked, left)
    const restock = line ? restockOfRequest(quantity, line) : "none"
    return { item_id, asked, left, quantity, restock }
  })
  const taken = units.filter(({ quantity }) => quantity > 0)
  const rules = taken.flatMap(
    ({ item_id }) =>
      options.items.find((item) => item.item_id === item_id)?.refund.rule ?? []
  )
  const withShipping =
    request.kind === "withdrawal" && withdrawalIncludesShipping(facts, taken)
  const asked = taken.map(({ item_id, quantity, restock }) => ({
    item_id,
    quantity,
    restock,
  }))
  const shipping = withShipping ? { shipping: "all" as const } : {}
  const plan = taken.length
    ? planRefund(snapshot, { items: asked, ...shipping })
    : null
  const planned = plan?.ok ? plan.plan.lines : []
  const fees = requestFees(
    options,
    planned.flatMap(({ item_id, amount }) =>
      item_id ? [{ item_id, amount }] : []
    ),
    request.kind
  )
  const amount = plan?.ok ? subtract(plan.plan.amount, fees.total) : null
  const keeps =
    request.kind === "refund" &&
    amount !== null &&
    rules.length === taken.length &&
    mayKeepItem(rules, amount, facts)
  const items = refundLessFees(asked, planned, fees, facts.currency_code)
  return {
    request: {
      items: keeps ? items.map(keptByCustomer) : items,
      ...shipping,
    },
    changed: units
      .filter(({ asked, left }) => left < asked)
      .map(({ item_id, asked, left }) => ({ item_id, asked, left })),
    fees: isZero(fees.total)
      ? null
      : { restocking: fees.restocking_fee, return: fees.return_fee },
    amount,
    facts,
    rules,
    needs_look:
      rules.length < taken.length ||
      taken.some(({ restock }) => restock === "none"),
  }
}

/** Goods that would have to come back stay where they are. */
const keptByCustomer = <Item extends { restock: Restock }>(item: Item): Item =>
  item.restock === "return" ? { ...item, restock: "none" } : item
