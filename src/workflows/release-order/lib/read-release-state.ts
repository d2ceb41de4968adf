import type { MedusaContainer } from "@medusajs/framework/types"
import {
  currencyOf,
  type Decimal,
  formatPayable,
  fromMinorUnits,
  type MedusaOrder,
  payableAsTaken,
  type ReleaseSnapshot,
} from "../../../domain"
import {
  hasPaymentProvider,
  readHeldPayments,
  readOrder,
  type HeldPayment,
  type HeldPayments,
} from "../../../ledger"
import { wouldMedusaCancel } from "../../common/would-medusa-cancel"
import { assertNoOpenRelease } from "../../common/assert-no-open-release"
import { refundError } from "../../common/refund-error"
import { refundsModule, stripeFor } from "../../common/refunds-module"

/** Everything that a release of one order depends on, at one moment. */
export type OrderReleaseState = {
  /** What a reservation must still find. */
  version: number
  order: MedusaOrder
  held: HeldPayments
  snapshot: ReleaseSnapshot
}

/**
 * Reads our records first, then Medusa's books, as for a refund: both make their
 * reservations by the same version.
 *
 * @throws order_not_found, refund_in_progress
 */
export async function readReleaseState(
  container: MedusaContainer,
  orderId: string
): Promise<OrderReleaseState> {
  const records =
    await refundsModule(container).orderRefunds.readOrderRecords(orderId)
  assertNoOpenRelease(orderId, records)
  const [order, held, cancelable] = await Promise.all([
    readOrder(container, orderId),
    readHeldPayments(container, orderId),
    wouldMedusaCancel(container, orderId),
  ])
  if (!order) {
    throw refundError({
      code: "order_not_found",
      message: `Order ${orderId} does not exist.`,
    })
  }
  return {
    version: records.version,
    order,
    held,
    snapshot: {
      order_id: order.id,
      currency_code: order.currency_code,
      canceled: order.canceled,
      has_active_change: order.active_change !== null,
      captured: held.payments.some(({ captured }) => captured),
      cancelable,
      items: order.items,
      shipping_methods: order.shipping_methods,
      payments: held.payments.map((payment) => {
        const releases_rest = Boolean(stripeFor(container, payment.provider_id))
        return {
          id: payment.id,
          provider_id: payment.provider_id,
          currency_code: payment.currency_code,
          authorized: authorizedAmount(payment, releases_rest),
          releases_rest,
          // Also for payments at Stripe: Medusa's cancellation asks it.
          provider_missing: !hasPaymentProvider(container, payment.provider_id),
        }
      }),
    },
  }
}

/** What Stripe really holds, else Medusa's amount as the provider rounds it. */
function authorizedAmount(
  { data, amount, currency_code }: HeldPayment,
  atStripe: boolean
): Decimal {
  const held = data.amount
  if (atStripe && typeof held === "number" && Number.isSafeInteger(held)) {
    return fromMinorUnits(BigInt(held), currency_code)
  }
  const currency = currencyOf(currency_code)
  return formatPayable(payableAsTaken(amount, currency), currency)
}
