import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { refundsModule } from "../../common/refunds-module"

type Settlement = OrderEditRecord["settlement"]

/** Writes down how far the money of an edit is. */
export async function noteSettlement(
  container: MedusaContainer,
  edit: OrderEditRecord,
  settlement_status: OrderEditRecord["settlement_status"],
  news: Partial<Settlement> = {}
): Promise<OrderEditRecord> {
  const settlement = { ...edit.settlement, ...news }
  await refundsModule(container).edits.note(
    edit.id,
    { settlement_status, settlement },
    "edit-order"
  )
  return { ...edit, settlement_status, settlement }
}

/** Whether the order is edited, and the money has not come to its end. */
export const isUnsettled = ({
  status,
  settlement_status,
}: OrderEditRecord): boolean =>
  status === "edited" &&
  (settlement_status === "planned" || settlement_status === "processing")
