import { generateEntityId } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  fromMinorUnits,
  grantOf,
  greaterThan,
  hasFailed,
  isForeign,
  isMedusasTurn,
  isZero,
  linesOfAmount,
  type MedusaOrderPayment,
  type MedusaRefundRow,
  NO_REFUND_DETAILS,
  payoutsOf,
  splitLines,
  type StripeRefundState,
  sum,
} from "../../../domain"
import { tellsByDefault } from "../../../modules/refunds/notification-options"
import type { ImportedRefund } from "../../../modules/refunds/types"
import { refundTarget } from "../../../stripe"
import type { OrderRefundState } from "../../common/read-order-state"
import { refundsModule } from "../../common/refunds-module"
import {
  nativeCredit,
  type NativeCredit,
} from "../../order-books/native-credit"

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * A store that installs the plugin finds the refunds of a month: nobody is told today
 * of money that came weeks ago.
 */
const isNews = ({ created }: { created: number }): boolean =>
  Date.now() - created * 1000 < DAY_MS

const NO_CREDIT: NativeCredit = { written: "0", missing: "0" }

type Found = {
  /** Without an id where the provider gives none. */
  refund: Pick<StripeRefundState, "minor_amount" | "created" | "outcome"> & {
    id: string | null
  }
  payment: MedusaOrderPayment
  /** Medusa's own refund; null for one made elsewhere. */
  native: MedusaRefundRow | null
  actor: string
}

/**
 * Writes down a refund that was made without us: its money, and what is known
 * of its purpose. One that Stripe has given up by now grants nothing.
 */
export async function importedRefund(
  container: MedusaContainer,
  state: OrderRefundState,
  { refund, payment, native, actor }: Found
): Promise<ImportedRefund> {
  const { order, records, snapshot } = state
  const { outcome } = refund
  const { options } = refundsModule(container)
  // 110 USD given back on an order in EUR are told as USD 110.
  const { currency_code } = payment
  const amount = fromMinorUnits(refund.minor_amount, currency_code)
  const movement = {
    payment_id: payment.id,
    medusa_refund_id: native?.id ?? generateEntityId(undefined, "ref"),
    amount,
    method: "gateway" as const,
  }
  const entered = native !== null && payoutsOf(movement, true, order).length > 0
  const found = entered
    ? await nativeCredit(container, order, records.order_refunds, amount)
    : NO_CREDIT
  const halfWritten =
    native !== null &&
    greaterThan(found.missing, "0") &&
    isMedusasTurn(native.created_at, new Date())
  const booked = entered && !halfWritten
  const credit = booked ? found : NO_CREDIT
  const lost = hasFailed(outcome.status)
  const granted = booked ? sum(credit.written, credit.missing) : amount
  const { lines, ...totals } = grantOf(
    native || lost || isForeign(snapshot, payment)
      ? splitLines(granted, amount, currency_code)
      : linesOfAmount(snapshot, [payment.id], amount),
    currency_code
  )
  const transactionId = generateEntityId(undefined, "reftrx")
  return {
    order_refund: {
      id: generateEntityId(undefined, "orref"),
      order_id: order.id,
      order_display_id: order.display_id,
      source: native ? "medusa" : "stripe",
      currency_code,
      ...totals,
      refund_reason_id: native?.refund_reason_id ?? null,
      metadata: null,
      note: native?.note ?? null,
      customer_note: null,
      notify_customer: isNews(refund) && tellsByDefault(options),
      created_by: native?.created_by ?? null,
      plan_hash: null,
      idempotency_key: null,
      request_hash: null,
      native_credit: credit.written,
    },
    lines,
    transaction: {
      ...movement,
      id: transactionId,
      provider_id: payment.provider_id,
      idempotency_key: transactionId,
      request: {
        minor_amount: refund.minor_amount.toString(),
        target: refundTarget(payment.data),
        metadata: {},
      },
      status: outcome.status,
      stripe_refund_id: refund.id,
      failure_code: outcome.failure_code ?? null,
      failure_reason: outcome.failure_reason ?? null,
      reference: outcome.reference ?? null,
      ...(outcome.details ?? NO_REFUND_DETAILS),
      accepted_at: new Date(refund.created * 1000),
      booked_at: booked ? new Date() : null,
      // Medusa's own refund grants its amount, if not by now then within its
      // minute: it fails like one of ours.
      superseded_at: lost && native === null ? new Date() : null,
    },
    books_complete: booked && isZero(credit.missing),
    audit: {
      actor,
      action: "imported",
      details: { stripe_refund_id: refund.id },
    },
  }
}
