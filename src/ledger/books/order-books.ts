import {
  type Decimal,
  type MedusaOrder,
  type OrderReference,
} from "../../domain"
import {
  ChangeActionType,
  Modules,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { CreditLineMetadata } from "./credit-line-references"
import { orderModule } from "../undocumented/undocumented"
import {
  removeUndoneDiscounts,
  type OrderLines,
} from "../edit/undone-discounts"

/**
 * Lowers the order's total by a credit line, or raises it by a negative one.
 * The store API shows credit lines to customers: nothing private goes in.
 *
 * Not by Medusa's workflows. `create-order-credit-lines`, the only one that takes
 * a cancelled order, has a hook in which a store may give money: the loyalty
 * plugin credits the customer's account with every line below zero, and fails
 * for guests. With it a refund of 125.41 that was withdrawn left the customer
 * 125.41 to spend. The module has no hooks.
 *
 * @param line `shown`: what Medusa's row says instead of what the line is about
 * @throws when another change of the order is open: nothing was written
 */
export async function writeCreditLine(
  container: MedusaContainer,
  order: OrderLines,
  line: OrderReference & {
    amount: Decimal
    created_by: string | null
    shown?: OrderReference | null
  }
): Promise<void> {
  await removeUndoneDiscounts(container, order)
  const { amount, created_by, shown, ...credit_line } = line
  const orders = container.resolve(Modules.ORDER)
  const metadata: CreditLineMetadata = { credit_line }
  const { id } = await orders.createOrderChange({
    order_id: order.id,
    change_type: OrderChangeType.CREDIT_LINE,
    metadata,
    ...(created_by ? { created_by } : {}),
    actions: [
      {
        action: ChangeActionType.CREDIT_LINE_ADD,
        amount,
        ...(shown ?? credit_line),
      },
    ],
  })
  try {
    await orders.confirmOrderChange({ id })
  } catch (error) {
    await orders.cancelOrderChange({ id })
    throw error
  }
}

/** Writes what left the store as order transactions. */
export async function writeOrderTransactions(
  container: MedusaContainer,
  order: MedusaOrder,
  payouts: (OrderReference & { amount: Decimal })[]
): Promise<void> {
  if (payouts.length) {
    await container.resolve(Modules.ORDER).addOrderTransactions(
      payouts.map(({ amount, ...about }) => ({
        order_id: order.id,
        amount: `-${amount}`,
        currency_code: order.currency_code,
        ...about,
      }))
    )
  }
}

/**
 * Takes order transactions back: their money came back. Medusa corrects the
 * summary of the version that a transaction was written at, so it is moved to
 * the current version first.
 */
export async function removeOrderTransactions(
  container: MedusaContainer,
  order: MedusaOrder,
  ids: string[]
): Promise<void> {
  if (ids.length) {
    const orders = orderModule(container)
    await orders.updateOrderTransactions(
      ids.map((id) => ({ id, version: order.version }))
    )
    await orders.softDeleteOrderTransactions(ids)
  }
}

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
