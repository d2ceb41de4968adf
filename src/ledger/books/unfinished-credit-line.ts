import type { MedusaOrder } from "../../domain"
import { Modules, OrderChangeType } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Medusa adds the action of a credit line within milliseconds of its change. */
export const ABANDONED_AFTER_MS = 10_000

/**
 * Cancels an open change that only wanted to add credit lines with these
 * references, or that nobody gave an action: a crash stopped it before it was
 * confirmed, so nothing of it is in the books. The caller holds the
 * order's books: nobody else of ours is writing them.
 *
 * @returns whether there was one
 */
export async function cancelUnfinishedCreditLine(
  container: MedusaContainer,
  { active_change }: MedusaOrder,
  references: readonly (string | null)[],
  now: Date
): Promise<boolean> {
  if (active_change?.change_type !== OrderChangeType.CREDIT_LINE) {
    return false
  }
  const age = now.getTime() - new Date(active_change.created_at).getTime()
  const stopped = active_change.references.length
    ? active_change.references.every((each) => references.includes(each))
    : age > ABANDONED_AFTER_MS
  if (stopped) {
    await container
      .resolve(Modules.ORDER)
      .cancelOrderChange({ id: active_change.id })
  }
  return stopped
}
