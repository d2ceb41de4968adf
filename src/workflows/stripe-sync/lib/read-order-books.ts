import type { MedusaContainer } from "@medusajs/framework/types"
import { readStoredBooks } from "../../../ledger/books/stored-books"
import type {
  AuditTrailEntry,
  MedusaOrderPayment,
  OrderBooks,
  OwnRefunds,
  StripeRefundState,
  TakenAmount,
  UnfinishedWork,
} from "../../../domain"
import type { Pace } from "../../../stripe"
import { readOrderRefundState } from "../../common/read-order-state"
import { refundsModule, stripeFor } from "../../common/refunds-module"
import { ownRefunds } from "./own-refunds"
import { readStripePayment } from "./read-stripe-payment"
import { readTaken } from "./read-taken"

/**
 * Reads what Stripe, Medusa and our records say of one order.
 *
 * @param taken also ask Stripe what it took for each payment: a request more
 */
export async function readOrderBooks(
  container: MedusaContainer,
  orderId: string,
  { pace, now, taken = true }: { pace: Pace; now: Date; taken?: boolean }
): Promise<OrderBooks> {
  const { order, records, snapshot, goods } = await readOrderRefundState(
    container,
    orderId
  )
  const stripe = new Map<string, StripeRefundState[]>()
  const unclear = new Map<string, OwnRefunds["unclear"]>()
  for (const payment of order.payments) {
    if (stripeFor(container, payment.provider_id)) {
      const truth = await pace(() =>
        readStripePayment(container, payment, false)
      )
      if (truth) {
        const refunds = await ownRefunds(
          container,
          { order_id: orderId, payment },
          truth.refunds
        )
        stripe.set(payment.id, refunds.own)
        unclear.set(payment.id, refunds.unclear)
      }
    }
  }
  const refunds = records.order_refunds
  return {
    order,
    snapshot,
    goods,
    refunds,
    unfinished: await readUnfinished(container, orderId),
    stored: await readStoredBooks(container, order),
    stripe,
    unclear,
    taken: taken
      ? await readAllTaken(container, order.payments, pace)
      : new Map(),
    trails: await readTrails(
      container,
      refunds.map(({ id }) => id)
    ),
    now,
  }
}

async function readUnfinished(
  container: MedusaContainer,
  order_id: string
): Promise<UnfinishedWork[]> {
  const service = refundsModule(container)
  const config = { select: ["id", "updated_at"] }
  const [edits, releases] = await Promise.all([
    service.listRefundsOrderEdits(
      { order_id, settlement_status: ["planned", "processing"] },
      config
    ),
    service.listRefundsOrderReleases(
      { order_id, booked_at: null, status: { $ne: "failed" } },
      config
    ),
  ])
  const of =
    (kind: UnfinishedWork["kind"]) =>
    ({ id, updated_at }: { id: string; updated_at: string | Date }) => ({
      kind,
      id,
      touched_at: new Date(updated_at),
    })
  return [...edits.map(of("order_edit")), ...releases.map(of("order_release"))]
}

async function readAllTaken(
  container: MedusaContainer,
  payments: MedusaOrderPayment[],
  pace: Pace
): Promise<Map<string, TakenAmount>> {
  const taken = new Map<string, TakenAmount>()
  for (const payment of payments) {
    const told = stripeFor(container, payment.provider_id)
      ? await pace(() => readTaken(container, payment))
      : null
    if (told) {
      taken.set(payment.id, told)
    }
  }
  return taken
}

async function readTrails(
  container: MedusaContainer,
  refundIds: string[]
): Promise<Map<string, AuditTrailEntry[]>> {
  const entries = refundIds.length
    ? await refundsModule(container).audit.read({ order_refund_id: refundIds })
    : []
  const trails = new Map<string, AuditTrailEntry[]>()
  for (const entry of entries) {
    const trail = trails.get(entry.subject_id) ?? []
    trails.set(entry.subject_id, [...trail, entry])
  }
  return trails
}
