import {
  ContainerRegistrationKeys,
  MathBN,
  Modules,
  OrderChangeStatus,
  OrderChangeType,
} from "@medusajs/framework/utils"
import type { BigNumberInput, MedusaContainer } from "@medusajs/framework/types"
import { creditLineOf } from "./credit-line-references"
import { settleSummary } from "./settle-summary"
import { ABANDONED_AFTER_MS } from "./unfinished-credit-line"

type ChangeRow = {
  id: string
  change_type: string | null
  metadata: Record<string, unknown> | null
  created_at: string | Date
  actions?: { amount?: BigNumberInput | null }[]
}

type LineRow = {
  amount: BigNumberInput
  metadata: Record<string, unknown> | null
}

/**
 * Takes back the newest change of an order where it is a credit line of nothing
 * that Medusa wrote. Medusa's cancellation writes one for what it refunded
 * itself: 0.00 where the refund was made before. Customers would see that line,
 * and the order's summary would forget what the order cost at first. Where a
 * credit line was written beside it meanwhile, both stay: only whole versions can
 * be taken back.
 * Source: @medusajs/core-flows/dist/order/workflows/cancel-order.js
 */
export async function removeEmptyCreditLine(
  container: MedusaContainer,
  orderId: string
): Promise<void> {
  const {
    data: [order],
  } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: ["version", "credit_lines.*"],
    filters: { id: orderId },
  })
  const [newest, ...others] = await readChanges(container, {
    order_id: orderId,
    version: order?.version,
    status: OrderChangeStatus.CONFIRMED,
  })
  const lines: LineRow[] = order?.credit_lines ?? []
  const isAlone = !lines.some(
    ({ metadata, amount }) =>
      metadata?.created_in_version === order?.version && !MathBN.eq(amount, 0)
  )
  if (newest?.actions?.length && !others.length && isEmpty(newest) && isAlone) {
    await container.resolve(Modules.ORDER).revertLastVersion(orderId)
    // The version before does not know what was paid since.
    await settleSummary(container, orderId)
  }
}

/**
 * Cancels such a change that is still open: a process died in Medusa's
 * cancellation, and every other change of the order would be refused for ever.
 * The caller holds the order's lock.
 */
export async function cancelEmptyCreditLine(
  container: MedusaContainer,
  orderId: string,
  now: Date
): Promise<void> {
  const open = await readChanges(container, {
    order_id: orderId,
    status: [OrderChangeStatus.PENDING, OrderChangeStatus.REQUESTED],
  })
  const abandoned = open.filter(
    (change) =>
      isEmpty(change) &&
      now.getTime() - new Date(change.created_at).getTime() > ABANDONED_AFTER_MS
  )
  if (abandoned.length) {
    await container
      .resolve(Modules.ORDER)
      .cancelOrderChange(abandoned.map(({ id }) => id))
  }
}

async function readChanges(
  container: MedusaContainer,
  filters: object
): Promise<ChangeRow[]> {
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({
      entity: "order_change",
      fields: ["id", "change_type", "metadata", "created_at", "actions.amount"],
      filters,
    })
  return data as ChangeRow[]
}

/** Without an action, too: Medusa adds it right after it has made the change. */
const isEmpty = (change: ChangeRow): boolean =>
  change.change_type === OrderChangeType.CREDIT_LINE &&
  !creditLineOf(change) &&
  (change.actions ?? []).every(({ amount }) => MathBN.eq(amount ?? 0, 0))
