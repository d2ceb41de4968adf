import { generateEntityId, MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  type MedusaOrder,
  type OrderRefundRecord,
  paymentMethodRule,
  type PlannedPayment,
  type RefundPlan,
  type RefundRequest,
  toRefundLine,
  toMinorUnits,
} from "../../domain"
import { tellsByDefault } from "../../modules/refunds/notification-options"
import type { NewTransaction, Reservation } from "../../modules/refunds/types"
import { paymentMethodType, refundTarget } from "../../stripe"
import type { CreateOrderRefundInput } from "./types"
import { refundsModule, stripeFor } from "../common/refunds-module"
import { requestHash } from "../common/request-hash"

/** What of the plugin's options decides how a refund is written down. */
type GatewayOptions = {
  isAtStripe: (providerId: string) => boolean
  /** Whether Stripe may be given the order's e-mail address. */
  instructionsEmail: boolean
  /** Whether Stripe is given the caller's metadata. */
  sendMetadata: boolean
  /** Whether the customer is told of it, where the caller does not say. */
  notifyByDefault: boolean
}

/** As the store has set them. */
export const gatewayOptions = (container: MedusaContainer): GatewayOptions => {
  const { options } = refundsModule(container)
  return {
    isAtStripe: (providerId) => Boolean(stripeFor(container, providerId)),
    instructionsEmail: options.stripe?.instructionsEmail ?? false,
    sendMetadata: options.stripe?.sendMetadata ?? false,
    notifyByDefault: tellsByDefault(options),
  }
}

/**
 * Writes a plan down as the records that will be reserved: with ids, with the
 * gateway's idempotency keys, and with the exact requests that will be sent.
 *
 * @param request what was planned, where a rule of the store changed it
 */
export function toReservation(
  input: CreateOrderRefundInput,
  plan: RefundPlan,
  order: MedusaOrder,
  gateway: GatewayOptions,
  request: RefundRequest = input.request
): Reservation {
  const id = generateEntityId(undefined, "orref")
  const about = { id, metadata: input.metadata ?? null }
  return {
    actor: input.created_by ? `user:${input.created_by}` : "workflow",
    order_refund: {
      id,
      order_id: order.id,
      order_display_id: order.display_id,
      source: input.source ?? "admin",
      currency_code: plan.currency_code,
      amount: plan.amount,
      subtotal: plan.subtotal,
      discount_total: plan.discount_total,
      tax_total: plan.tax_total,
      refund_reason_id: input.refund_reason_id ?? null,
      metadata: about.metadata,
      note: input.note ?? null,
      customer_note: input.customer_note ?? null,
      notify_customer: input.notify_customer ?? gateway.notifyByDefault,
      created_by: input.created_by ?? null,
      plan_hash: plan.hash,
      idempotency_key: input.idempotency_key ?? null,
      request_hash: createRequestHash(input),
    },
    lines: plan.lines.map((line) => toRefundLine(line, request)),
    transactions: plan.payments.map((draw) =>
      newTransaction(draw, { order, refund: about, ...gateway })
    ),
  }
}

/**
 * A movement of money as it is reserved: its ids, its idempotency key and the
 * exact request. A retry is a new movement: Stripe repeats a refusal for the
 * same key.
 */
export function newTransaction(
  draw: Pick<PlannedPayment, "payment_id" | "provider_id" | "amount">,
  {
    order,
    refund,
    isAtStripe,
    instructionsEmail,
    sendMetadata,
  }: GatewayOptions & {
    order: MedusaOrder
    refund: Pick<OrderRefundRecord, "id" | "metadata">
  }
): NewTransaction {
  const id = generateEntityId(undefined, "reftrx")
  const { payment_id, provider_id, amount } = draw
  return {
    id,
    payment_id,
    provider_id,
    amount,
    idempotency_key: id,
    medusa_refund_id: generateEntityId(undefined, "ref"),
    request: {
      minor_amount: toMinorUnits(amount, order.currency_code).toString(),
      target: isAtStripe(provider_id) ? stripeTarget(order, payment_id) : null,
      metadata: {
        ...(isAtStripe(provider_id) && sendMetadata ? refund.metadata : {}),
        // Last: by these a refund is known again, and no caller can forge them.
        order_id: order.id,
        order_refund_id: refund.id,
        refund_transaction_id: id,
      },
      ...(isAtStripe(provider_id) && instructionsEmail
        ? emailForInstructions(order, payment_id)
        : {}),
    },
  }
}

/**
 * Some payment methods have no way back: Stripe asks the customer by e-mail
 * where to send the money, and without an address nobody is asked.
 */
function emailForInstructions(order: MedusaOrder, paymentId: string) {
  const payment = order.payments.find(({ id }) => id === paymentId)
  const rule = paymentMethodRule(paymentMethodType(payment?.data))
  return rule?.asks_by_email && order.email
    ? { instructions_email: order.email }
    : {}
}

/**
 * What an idempotency key stands for: everything that the caller asked for. Not
 * what this run knows beside it: its lock, its plan, what a hook made of it.
 */
export const createRequestHash = ({
  order_id,
  request,
  location_id,
  refund_reason_id,
  metadata,
  note,
  customer_note,
  notify_customer,
  plan_hash,
  source,
  additional_data,
}: CreateOrderRefundInput): string =>
  requestHash({
    order_id,
    request,
    location_id,
    refund_reason_id,
    metadata,
    note,
    customer_note,
    notify_customer,
    plan_hash,
    source,
    additional_data,
  })

function stripeTarget(order: MedusaOrder, paymentId: string) {
  const payment = order.payments.find(({ id }) => id === paymentId)
  const target = refundTarget(payment?.data)
  if (!target) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `Payment ${paymentId} names neither a Stripe payment intent nor a charge in its data, so it cannot be refunded at Stripe.`
    )
  }
  return target
}
