import {
  ContainerRegistrationKeys,
  Modules,
  PaymentEvents,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { dueAmount, endStatus, type KeptLine } from "../../../domain"
import {
  cancelOrderInMedusa,
  collectFromCustomer,
  readOrder,
  settleSummary,
  waitingCollection,
  writeCancelledPayment,
  writeCapture,
} from "../../../ledger"
import type {
  OrderReleaseRecord,
  ReleasePaymentRecord,
} from "../../../modules/refunds/order-release-record"
import { wouldMedusaCancel } from "../../common/would-medusa-cancel"
import { refundsModule } from "../../common/refunds-module"
import { toError } from "../../common/to-error"
import { takeOffLines } from "./take-off-lines"

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
  const isNew = release.booked_at === null
  const kept = isNew ? await cancelOrTakeOff(container, release) : []
  if (!kept) {
    return false
  }
  // Medusa's webhook may have written its part while we were at it.
  await writePayments(container, release, done)
  await settleSummary(container, release.order_id)
  if (isNew) {
    await askForDue(container, release, kept)
  }
  await refundsModule(container).releases.end(release.id, {
    status: endStatus(release),
    booked: true,
    ...(kept.length ? { lines: { lines: release.lines, kept } } : {}),
    audit: {
      actor,
      action: "booked",
      ...(kept.length ? { details: { kept_lines: kept } } : {}),
    },
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

/** The whole order is cancelled, unless a payment could not be, or it was shipped. */
async function cancelOrTakeOff(
  container: MedusaContainer,
  release: OrderReleaseRecord
): Promise<KeptLine[] | null> {
  const { kind, order_id, created_by } = release
  if (kind === "capture_less") {
    return takeOffLines(container, release)
  }
  if (endStatus(release) !== "succeeded") {
    return []
  }
  if (!(await wouldMedusaCancel(container, order_id))) {
    return takeOffLines(container, release)
  }
  await cancelOrderInMedusa(container, order_id, created_by)
  return []
}

/**
 * What stayed on the order is due: the customer can be asked for it. An edit of
 * Medusa's that came between asks for more than is due.
 */
async function askForDue(
  container: MedusaContainer,
  { id, order_id }: OrderReleaseRecord,
  kept: KeptLine[]
): Promise<void> {
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  if (kept.length) {
    logger.warn(
      `Order release ${id} let go of money for what was shipped before it was finished: it stays on ${order_id}, and is due. ${JSON.stringify(kept)}`
    )
  }
  const order = await readOrder(container, order_id)
  if (!order || order.canceled || !(kept.length || waitingCollection(order))) {
    return
  }
  try {
    await collectFromCustomer(
      container,
      order,
      dueAmount(order.pending_difference, order.currency_code)
    )
  } catch (error) {
    // A payment that the customer is making just now cannot be changed.
    logger.error(
      `The payment collection of ${order_id} could not be brought to what is due after order release ${id}.`,
      toError(error)
    )
  }
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
