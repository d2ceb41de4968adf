import { createHash } from "node:crypto"
import type { RefundPlan } from "./plan-types"

/**
 * What the merchant agreed to: which lines, how many, how much with how much
 * tax, and from which payments. Another outcome has another hash.
 */
export function planHash(plan: Omit<RefundPlan, "hash">): string {
  const agreed = [
    plan.order_id,
    plan.currency_code,
    plan.lines.map((line) => [
      line.kind,
      line.item_id ?? line.shipping_method_id ?? line.title,
      line.quantity,
      line.amount,
      line.tax_lines.map(({ code, amount }) => [code, amount]),
      line.restock,
    ]),
    plan.payments.map(({ payment_id, amount }) => [payment_id, amount]),
  ]
  return createHash("sha256").update(JSON.stringify(agreed)).digest("hex")
}
