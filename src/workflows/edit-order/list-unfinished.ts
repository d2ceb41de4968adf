import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../common/refunds-module"
import type { EditedOrder } from "./types"

/** An edit that is younger is probably still being made. */
const GRACE_MS = 60_000

/** Edits that a crash or a lost answer left half done, for `finishOrderEditWorkflow`. */
export async function listUnfinishedEdits(
  container: MedusaContainer,
  now: Date
): Promise<EditedOrder[]> {
  const unfinished = await refundsModule(container).edits.listUnfinished(
    new Date(now.getTime() - GRACE_MS)
  )
  return unfinished.map(({ id, order_id }) => ({
    order_id,
    order_edit_id: id,
  }))
}
