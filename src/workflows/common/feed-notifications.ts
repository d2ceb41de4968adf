import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  amountOf,
  failedTransactions,
  INSUFFICIENT_FUNDS,
  type OrderRefundRecord,
  type OrderRefundStatus,
  type PaymentDisputeRecord,
} from "../../domain"
import { toError } from "./to-error"

type Note = { key: string; title: string; description: string }

const money = (amount: string, currency: string) =>
  `${currency.toUpperCase()} ${amount}`

const orderName = ({
  order_display_id,
  order_id,
}: Pick<OrderRefundRecord, "order_display_id" | "order_id">) =>
  order_display_id === null ? order_id : `#${order_display_id}`

/** Tells merchants of a refund that was made at Stripe, or that failed there. */
export async function notifyOfRefund(
  container: MedusaContainer,
  refund: OrderRefundRecord,
  kind: "imported" | "changed",
  before: OrderRefundStatus | null
): Promise<void> {
  const order = orderName(refund)
  const amount = money(refund.amount, refund.currency_code)
  const failed = failedTransactions(refund)
  if (failed.length && refund.status !== before) {
    await notify(container, {
      key: `order-refund-failed:${failed.map(({ id }) => id).join(":")}`,
      title: `Refund of order ${order} failed`,
      description: `${money(amountOf(failed), refund.currency_code)} did not reach the customer and is owed. Open the order to retry, settle or withdraw it.`,
    })
  } else if (kind === "imported" && refund.source === "stripe") {
    const unallocated = refund.lines.some(({ kind }) => kind === "unallocated")
    await notify(container, {
      key: `order-refund-imported:${refund.id}`,
      title: `Order ${order} was refunded at Stripe`,
      description: `${amount} was refunded outside of this store.${unallocated ? " Open the order to say what it was for." : ""}`,
    })
  }
  await notifyOfLackingBalance(container, refund)
}

/** A refund that waits for the merchant, who may think it waits for the bank. */
export async function notifyOfLackingBalance(
  container: MedusaContainer,
  refund: OrderRefundRecord
): Promise<void> {
  const waiting = waitingForBalance(refund)
  if (waiting.length) {
    await notify(container, {
      key: `order-refund-balance:${waiting.map(({ id }) => id).join(":")}`,
      title: `Refund of order ${orderName(refund)} waits for your Stripe balance`,
      description: `${money(amountOf(waiting), refund.currency_code)} is sent when the balance can pay it. Top up your Stripe balance.`,
    })
  }
}

const waitingForBalance = ({ transactions }: OrderRefundRecord) =>
  transactions.filter(
    ({ status, superseded_at, pending_reason }) =>
      status === "pending" &&
      !superseded_at &&
      pending_reason === INSUFFICIENT_FUNDS
  )

/** A request of a customer that has to be answered, or paid, soon. */
export type DueRequest = {
  id: string
  order_id: string
  order_display_id: number | null
  /** A calendar day, as text for people: `3 December 2026`. */
  due: string
  /** 0 for today; below for what is late. */
  days_left: number
}

/** Tells merchants of a request that is due soon, or late: once for each day. */
export async function notifyOfDueRequest(
  container: MedusaContainer,
  request: DueRequest
): Promise<void> {
  const { id, due, days_left } = request
  const order = orderName(request)
  const when =
    days_left < 0
      ? "is overdue"
      : days_left === 0
        ? "is due today"
        : `is due in ${days_left} ${days_left === 1 ? "day" : "days"}`
  await notify(container, {
    key: `refund-request-due:${id}:${days_left}`,
    title: `A request for order ${order} ${when}`,
    description: `It has to be settled by ${due}. Open the order to answer it.`,
  })
}

const DISPUTE_NEWS: Record<string, string> = {
  won: "was won: its payment can be refunded again",
  lost: "was lost: the money went back to the customer",
  warning_closed: "was closed",
}

/** Tells merchants that a dispute was opened, or how it ended. */
export async function notifyOfDispute(
  container: MedusaContainer,
  dispute: PaymentDisputeRecord
): Promise<void> {
  const news =
    DISPUTE_NEWS[dispute.status] ??
    (dispute.is_charge_refundable
      ? "is open: the bank asks for information"
      : "is open: its payment cannot be refunded")
  await notify(container, {
    key: `payment-dispute:${dispute.id}:${dispute.status}`,
    title: `Dispute over ${money(dispute.amount, dispute.currency_code)}`,
    description: `The dispute over order ${await nameOfOrder(container, dispute)} ${news}.`,
  })
}

/** Merchants know orders by their number. */
async function nameOfOrder(
  container: MedusaContainer,
  { order_id }: PaymentDisputeRecord
): Promise<string> {
  const [order] = await container
    .resolve(Modules.ORDER)
    .listOrders({ id: order_id }, { select: ["id", "display_id"] })
  return orderName({ order_id, order_display_id: order?.display_id ?? null })
}

/** The feed is told once per key. A store without a feed loses nothing else. */
async function notify(
  container: MedusaContainer,
  { key, title, description }: Note
): Promise<void> {
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications({
      to: "",
      channel: "feed",
      template: "admin-ui",
      data: { title, description },
      idempotency_key: key,
    })
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `The admin's notification feed could not be told "${title}": ${toError(error).message}`
      )
  }
}
