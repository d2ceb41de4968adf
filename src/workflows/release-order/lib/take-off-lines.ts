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
  type BooksEntries,
  cancelOrderItems,
  cancelUnfinishedCreditLine,
  cancelUnfinishedRelease,
  NO_ENTRIES,
  readOrder,
  releasedParts,
  removeShippingMethods,
  trimReservations,
  writeAsRead,
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
  const closed = await writeAsRead(
    container,
    () => readOrder(container, order_id),
    (order) => closeRest(release, taken, order)
  )
  return closed?.waits ? null : (closed?.kept ?? [])
}

/** What stayed on the order, and the credit line for what is left of a cent. */
function closeRest(
  release: OrderReleaseRecord,
  taken: OrderParts,
  order: MedusaOrder
): { kept: KeptLine[]; waits: boolean; entries: BooksEntries } {
  const kept = keptLines(release, taken, order)
  const about = { reference: RELEASE_REFERENCE, reference_id: release.id }
  const amount = subtract(
    creditWithKept(release.rounding, kept, order),
    creditOf(order, about)
  )
  const lacking = !isNoise(amount)
  const waits = lacking && order.active_change !== null
  const { created_by } = release
  return {
    kept,
    waits,
    entries: {
      ...NO_ENTRIES,
      credit_lines: lacking && !waits ? [{ ...about, amount, created_by }] : [],
    },
  }
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
