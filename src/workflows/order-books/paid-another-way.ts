import { generateEntityId } from "@medusajs/framework/utils"
import type { RefundTransactionRecord } from "../../domain"
import type { NewTransaction } from "../../modules/refunds/types"

/** Nothing is ever sent for it: there is no gateway behind this movement. */
export function paidAnotherWay({
  payment_id,
  provider_id,
  amount,
}: RefundTransactionRecord): NewTransaction {
  const id = generateEntityId(undefined, "reftrx")
  return {
    id,
    payment_id,
    provider_id,
    amount,
    idempotency_key: id,
    medusa_refund_id: generateEntityId(undefined, "ref"),
    request: { minor_amount: "0", target: null, metadata: {} },
  }
}
