import { MathBN, Modules, PaymentEvents } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import {
  cancelOrderItems,
  cancelUnfinishedCreditLine,
  cancelUnfinishedRelease,
  entriesOf,
  hasReleased,
  RELEASE_REFERENCE,
  readOrder,
  removeShippingMethods,
  settleSummary,
  trimReservations,
  writeCancelledPayment,
  writeCapture,
  writeCreditLine,
  type MedusaOrder,
} from "../../../ledger"
import type {
  OrderReleaseRecord,
  ReleasePaymentRecord,
} from "../../../modules/refunds/order-release-record"
import { refundsModule } from "../../order-refund/lib/refunds-module"
import { endStatus } from "./release-progress"

/** Medusa takes anything smaller for zero: it is noise of its own arithmetic. */
const MEDUSAS_EPSILON = "0.0001"

/**
 * Brings Medusa's books to what a release did, whatever was written before:
 * running this again, after a crash at any point, changes nothing.
 *
 * The payments come first: an order edit of Medusa's voids a payment that is
 * only authorised, and one could be confirmed in between.
 *
 * @returns false when something has to wait: the order has an open change
 */
export async function writeReleaseBooks(
  container: MedusaContainer,
  release: OrderReleaseRecord,
  actor: string
): Promise<boolean> {
  const done = release.payments.filter(({ status }) => status === "succeeded")
  await writePayments(container, release, done)
  const complete =
    release.kind === "void"
      ? await cancelOrder(container, release)
      : await takeOffLines(container, release)
  if (!complete) {
    return false
  }
  // Medusa's webhook may have written its part while we were at it.
  await writePayments(container, release, done)
  await settleSummary(container, release.order_id)
  const isNew = release.booked_at === null
  await refundsModule(container).endRelease(release.id, {
    status: endStatus(release),
    booked: true,
    audit: { actor, action: "booked" },
  })
  if (isNew) {
    await tellCaptures(container, done)
  }
  return true
}

async function writePayments(
  container: MedusaContainer,
  { order_id, created_by }: OrderReleaseRecord,
  done: ReleasePaymentRecord[]
): Promise<void> {
  for (const { payment_id, action, capture_amount, request } of done) {
    const order = await readOrder(container, order_id)
    const atStripe = request.payment_intent !== null
    const status = action === "cancel" ? "canceled" : "succeeded"
    const data = atStripe ? { status, amount_capturable: 0 } : {}
    if (action === "cancel") {
      await writeCancelledPayment(container, payment_id, data)
    } else if (order) {
      await writeCapture(container, order, {
        payment_id,
        amount: capture_amount,
        data: atStripe
          ? { ...data, amount_received: Number(request.minor_amount) }
          : data,
        captured_by: created_by,
      })
    }
  }
}

/** The whole order is cancelled, unless a payment could not be. */
async function cancelOrder(
  container: MedusaContainer,
  release: OrderReleaseRecord
): Promise<boolean> {
  const order = await readOrder(container, release.order_id)
  if (order && !order.canceled && endStatus(release) === "succeeded") {
    await cancelOrderWorkflow(container).run({
      input: {
        order_id: release.order_id,
        ...(release.created_by ? { canceled_by: release.created_by } : {}),
      },
    })
  }
  return true
}

async function takeOffLines(
  container: MedusaContainer,
  release: OrderReleaseRecord
): Promise<boolean> {
  const { id, order_id, created_by: confirmed_by } = release
  await cancelUnfinishedRelease(container, order_id, id)
  const order = await readOrderToWrite(container, order_id)
  if (!order || order.canceled) {
    return true
  }
  const items = release.lines.flatMap(({ item_id, quantity }) =>
    item_id ? [{ item_id, quantity }] : []
  )
  const methods = release.lines.flatMap(
    ({ shipping_method_id }) => shipping_method_id ?? []
  )
  const takeItems =
    items.length > 0 && !(await hasReleased(container, order_id, id, "items"))
  const takeMethods =
    methods.length > 0 &&
    !(await hasReleased(container, order_id, id, "shipping"))
  const isSettled =
    MathBN.lte(MathBN.abs(release.rounding), MEDUSAS_EPSILON) ||
    entriesOf(order.credit_lines, roundingOf(release)).length > 0
  if (order.active_change && (takeItems || takeMethods || !isSettled)) {
    return false
  }
  if (takeItems) {
    await cancelOrderItems(container, order, {
      items,
      order_release_id: id,
      confirmed_by,
      no_notification: true,
    })
  }
  await trimReservations(
    container,
    order_id,
    items.map(({ item_id }) => item_id)
  )
  if (takeMethods) {
    await removeShippingMethods(container, order, {
      shipping_method_ids: methods,
      order_release_id: id,
      confirmed_by,
    })
  }
  if (!isSettled) {
    await writeCreditLine(container, order, {
      ...roundingOf(release),
      amount: release.rounding,
      created_by: confirmed_by,
    })
  }
  return true
}

const roundingOf = ({ id }: OrderReleaseRecord) => ({
  reference: RELEASE_REFERENCE,
  reference_id: id,
})

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

/** Medusa tells of captures of its own; who listens must hear of ours. */
async function tellCaptures(
  container: MedusaContainer,
  done: ReleasePaymentRecord[]
): Promise<void> {
  const captured = done.filter(({ action }) => action === "capture")
  if (captured.length) {
    await container.resolve(Modules.EVENT_BUS).emit(
      captured.map(({ payment_id }) => ({
        name: PaymentEvents.CAPTURED,
        data: { id: payment_id },
      }))
    )
  }
}
