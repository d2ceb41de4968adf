import type { MedusaContainer } from "@medusajs/framework/types"
import { ordersWithLeftovers } from "../../ledger"
import { refundsModule } from "../common/refunds-module"
import type { EditedOrder } from "./types"

/** An edit that is younger is probably still being made. */
const GRACE_MS = 60_000

/**
 * Edits that a crash or a lost answer left half done, for
 * `finishOrderEditWorkflow`. Without an `order_edit_id`: a change that nobody
 * will confirm.
 */
export async function listUnfinishedEdits(
  container: MedusaContainer,
  now: Date
): Promise<EditedOrder[]> {
  const leftovers = await ordersWithLeftovers(container, now)
  const unfinished = await refundsModule(container).edits.listUnfinished(
    new Date(now.getTime() - GRACE_MS)
  )
  return [
    ...leftovers.map((order_id) => ({ order_id, order_edit_id: "" })),
    ...unfinished.map(({ id, order_id }) => ({ order_id, order_edit_id: id })),
  ]
}
