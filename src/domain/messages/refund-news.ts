import {
  amountOf,
  currentTransactions,
  failedTransactions,
} from "../books/current-transactions"
import type {
  OrderRefundRecord,
  RefundTransactionRecord,
} from "../books/refund-records"
import { lastArrival } from "../gateway/arrival"
import { INSUFFICIENT_FUNDS } from "../gateway/gateway-outcome"
import { hasFailed } from "../gateway/refund-transaction-status"
import type { MessageFrame, MessageTemplate, RefundMessage } from "./messages"

/** What a customer was told of a refund earlier. */
export type ToldNews = {
  template: MessageTemplate
  /** The movements of money that it was about. */
  transactions: string[]
  /** ISO 8601. */
  at: string
}

/** What a customer is to be told of a refund now, or why there is nothing to tell. */
export type RefundNews =
  | {
      template: RefundTemplate
      transactions: string[]
      data: Omit<RefundMessage, keyof MessageFrame>
    }
  | { silent: string }

type RefundTemplate = Extract<MessageTemplate, `refund.${string}`>

/** Of a refund that is pending: the merchant's balance, or the payment, is not there. */
const NOT_SENT = [INSUFFICIENT_FUNDS, "charge_pending"]

/**
 * What to tell a customer of a refund as it stands. It depends on the record and on
 * what was told, not on the way by which the record came to be so: whoever asks twice
 * gets nothing to tell the second time.
 *
 * @param told what the customer was told of this refund, oldest first
 */
export function refundNews(
  refund: OrderRefundRecord,
  told: readonly ToldNews[]
): RefundNews {
  const current = currentTransactions(refund)
  const template = templateOf(refund, current, told)
  if (typeof template !== "string") {
    return template
  }
  // Of what was taken back nothing counts any more.
  const about = current.length ? current : refund.transactions
  const transactions = about.map(({ id }) => id).sort()
  const isTold = told.some(
    (news) =>
      news.template === template &&
      news.transactions.join() === transactions.join()
  )
  return isTold
    ? { silent: "The customer has been told." }
    : { template, transactions, data: dataOf(refund, current, told) }
}

function templateOf(
  refund: OrderRefundRecord,
  current: RefundTransactionRecord[],
  told: readonly ToldNews[]
): RefundTemplate | { silent: string } {
  switch (refund.status) {
    case "processing":
      return { silent: "The refund is being made." }
    case "requires_action":
      return { silent: "The payment provider asks the customer itself." }
    case "pending":
      return current.some(({ pending_reason }) =>
        NOT_SENT.includes(pending_reason ?? "")
      )
        ? { silent: "The money has not been sent yet." }
        : "refund.on-its-way"
    case "succeeded":
      return current.some(({ method }) => method !== "refund")
        ? "refund.succeeded"
        : { silent: "No money of its own: there is nothing to expect." }
    case "failed":
    case "partially_failed":
      return failedNews(refund, told)
    case "canceled":
      return refund.revoked_at ? withdrawnNews(told) : failedNews(refund, told)
    case "withdrawn":
      return withdrawnNews(told)
  }
}

/** What was refused at once is between the merchant and the provider. */
const failedNews = (
  { transactions }: OrderRefundRecord,
  told: readonly ToldNews[]
): RefundTemplate | { silent: string } =>
  told.length || transactions.some(({ accepted_at }) => accepted_at)
    ? "refund.failed"
    : { silent: "It was refused at once, which the merchant knows." }

/** Who was never told of a refund does not miss it. */
const withdrawnNews = (
  told: readonly ToldNews[]
): RefundTemplate | { silent: string } =>
  told.length
    ? "refund.withdrawn"
    : { silent: "The customer was never told of it." }

function dataOf(
  refund: OrderRefundRecord,
  current: RefundTransactionRecord[],
  told: readonly ToldNews[]
): Omit<RefundMessage, keyof MessageFrame> {
  const failed = failedTransactions(refund)
  const live = current.filter(({ status }) => !hasFailed(status))
  const atGateway = live.filter(({ method }) => method === "gateway")
  return {
    currency_code: refund.currency_code,
    amount: refund.amount,
    lines: refund.lines.map(({ kind, title, quantity, amount }) => ({
      kind,
      title,
      quantity,
      amount,
    })),
    note: refund.customer_note,
    expected: lastArrival(
      live
        .filter(({ method }) => method === "gateway")
        .map((each) => ({ ...each, sent_at: each.accepted_at }))
    ),
    references: atGateway.flatMap(({ reference }) => reference ?? []),
    reversed: amountOf(
      atGateway.filter(
        ({ card_refund_type }) => card_refund_type === "reversal"
      )
    ),
    paid_another_way: amountOf(live.filter(({ method }) => method === "other")),
    failed: amountOf(failed),
    told_succeeded_at:
      told
        .filter(
          ({ template, transactions }) =>
            template === "refund.succeeded" &&
            failed.some(({ id }) => transactions.includes(id))
        )
        .at(-1)?.at ?? null,
  }
}
