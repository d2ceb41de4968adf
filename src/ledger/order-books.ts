import { createOrderCreditLinesWorkflow } from "@medusajs/medusa/core-flows"
import { MathBN, Modules, OrderChangeType } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { Decimal } from "../domain/plan-types"
import type { MedusaOrder } from "./medusa-order"
import { CREDIT_LINE_WORKFLOW, orderModule } from "./undocumented"
import { removeUndoneDiscounts, type OrderLines } from "./undone-discounts"

/** Our credit lines and transactions carry the id of what they are about. */
export type OrderReference = { reference: string; reference_id: string }

/**
 * Of the credit line for what released lines cost more, or less, than was
 * released. Customers see credit lines: it is all that they can read.
 */
export const RELEASE_REFERENCE = "order_release_rounding"

/** The order's entries with a reference. */
export const entriesOf = <Entry extends MedusaOrder["transactions"][number]>(
  entries: Entry[],
  { reference, reference_id }: OrderReference
): Entry[] =>
  entries.filter(
    (entry) =>
      entry.reference === reference && entry.reference_id === reference_id
  )

/** What the order's credit lines with a reference add up to. */
export const creditOf = (order: MedusaOrder, about: OrderReference): Decimal =>
  MathBN.sum(
    0,
    ...entriesOf(order.credit_lines, about).map(({ amount }) => amount)
  ).toFixed()

/**
 * Lowers the order's total by a credit line, or raises it by a negative one.
 * The store API shows credit lines to customers: nothing private goes in.
 *
 * A cancelled order takes only Medusa's other workflow, which settles what is
 * open; there the transaction has to come first.
 *
 * @throws when another change of the order is open: nothing was written
 */
export async function writeCreditLine(
  container: MedusaContainer,
  order: OrderLines & Pick<MedusaOrder, "canceled">,
  line: OrderReference & { amount: Decimal; created_by: string | null }
): Promise<void> {
  await removeUndoneDiscounts(container, order)
  const { reference, reference_id, amount, created_by } = line
  if (order.canceled) {
    await createOrderCreditLinesWorkflow(container).run({
      input: {
        id: order.id,
        credit_lines: [
          { reference, reference_id, amount: MathBN.convert(amount) },
        ],
      },
    })
    return
  }
  await container.resolve(Modules.WORKFLOW_ENGINE).run(CREDIT_LINE_WORKFLOW, {
    input: {
      order_id: order.id,
      amount,
      reference,
      referenceId: reference_id,
      ...(created_by ? { created_by } : {}),
    },
  })
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
const ABANDONED_AFTER_MS = 10_000

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
