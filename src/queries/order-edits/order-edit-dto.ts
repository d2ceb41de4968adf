import type { OrderEditRecord } from "../../modules/refunds/order-edit-record"
import type { OrderEditDTO, OrderEditSettlementStatus } from "../../types"

/** An edit as the API answers with it. */
export function orderEditDTO({
  id,
  preview: { settlement: _, warnings: __, hash: ___, ...preview },
  settlement: { card: ____, charge: _____, ...settlement },
  settlement_status,
  note,
  created_by,
  created_at,
}: OrderEditRecord): OrderEditDTO {
  return {
    id,
    ...preview,
    settlement: {
      ...settlement,
      // Edits of before these were kept have neither.
      decline_code: settlement.decline_code ?? null,
      advice_code: settlement.advice_code ?? null,
      status: statusOf(settlement_status),
    },
    note,
    created_by,
    created_at,
  }
}

/** What is only planned was interrupted, and goes on by itself. */
const statusOf = (
  status: OrderEditRecord["settlement_status"]
): OrderEditSettlementStatus => (status === "planned" ? "processing" : status)
