import type { MedusaContainer } from "@medusajs/framework/types"
import {
  creditOf,
  isNoise,
  creditWithKept,
  type KeptLine,
  keptLines,
  type MedusaOrder,
  type OrderParts,
  partsToTakeOff,
  RELEASE_REFERENCE,
  subtract,
} from "../../../domain"
import {
  cancelOrderItems,
  cancelUnfinishedCreditLine,
  cancelUnfinishedRelease,
  readOrder,
  releasedParts,
  removeShippingMethods,
  trimReservations,
  writeCreditLine,
} from "../../../ledger"
import type { OrderReleaseRecord } from "../../../modules/refunds/order-release-record"

/**
 * Takes a release's units and shipping methods off the order, and settles the
 * rest of a cent. What others shipped meanwhile stays: its money is let go, and
 * waiting would block the order for ever.
 *
 * @returns what stayed, or null when all has to wait: the order has an open change
 */
export async function takeOffLines(
  container: MedusaContainer,
  release: OrderReleaseRecord
): Promise<KeptLine[] | null> {
  const { id, order_id } = release
  await cancelUnfinishedRelease(container, order_id, id)
  const before = await readOrderToWrite(container, order_id)
  if (!before || before.canceled) {
    return []
  }
  const taken = await takeOff(container, release, before)
  if (!taken) {
    return null
  }
  await trimReservations(
    container,
    order_id,
    release.lines.flatMap(({ item_id }) => item_id ?? [])
  )
  const order = (await readOrder(container, order_id)) ?? before
  const kept = keptLines(release, taken, order)
  const about = { reference: RELEASE_REFERENCE, reference_id: id }
  const amount = subtract(
    creditWithKept(release.rounding, kept, order),
    creditOf(order, about)
  )
  if (isNoise(amount)) {
    return kept
  }
  if (order.active_change) {
    return null
  }
  await writeCreditLine(container, order, {
    ...about,
    amount,
    created_by: release.created_by,
  })
  return kept
}

/** Units leave by one change, which an earlier run may have made. */
async function takeOff(
  container: MedusaContainer,
  release: OrderReleaseRecord,
  order: MedusaOrder
): Promise<OrderParts | null> {
  const done = await releasedParts(container, order.id, release.id)
  const possible = partsToTakeOff(release.lines, order)
  const items = done.items.length ? [] : possible.items
  const { shipping_method_ids } = possible
  if (!items.length && !shipping_method_ids.length) {
    return done
  }
  if (order.active_change) {
    return null
  }
  const by = {
    order_release_id: release.id,
    confirmed_by: release.created_by,
  }
  if (items.length) {
    const asked = { ...by, items, no_notification: true }
    await cancelOrderItems(container, order, asked)
  }
  if (shipping_method_ids.length) {
    await removeShippingMethods(container, order, {
      ...by,
      shipping_method_ids,
    })
  }
  return {
    items: [...done.items, ...items],
    shipping_method_ids: [...done.shipping_method_ids, ...shipping_method_ids],
  }
}

/** A change of ours that a crash left open must not keep us waiting for ever. */
async function readOrderToWrite(
  container: MedusaContainer,
  orderId: string
): Promise<MedusaOrder | null> {
  const order = await readOrder(container, orderId)
  const stopped =
    order &&
    (await cancelUnfinishedCreditLine(
      container,
      order,
      [RELEASE_REFERENCE],
      new Date()
    ))
  return stopped ? await readOrder(container, orderId) : order
}
