import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  isNeverCaptured,
  type KnownTransaction,
  matchRefunds,
  type MedusaOrderPayment,
  type RefundMatch,
  type RefundTransactionRecord,
  type StripeRefundState,
  toMinor,
} from "../../../domain"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import {
  rereadLedger,
  type OrderRefundState,
} from "../../common/read-order-state"
import { refundsModule } from "../../common/refunds-module"
import type { StripeSyncResult } from "../types"
import { importedRefund } from "./imported-refund"
import { readRequestKeys } from "./read-stripe-payment"
import { updateTransaction } from "./update-transaction"

type Applied = Pick<StripeSyncResult, "refunds" | "drift">

/**
 * Brings our records to what Stripe's refunds of a payment say. The caller
 * holds the order's `lock`; running it again changes nothing.
 */
export async function applyRefunds(
  container: MedusaContainer,
  lock: OrderLock,
  {
    state,
    payment,
    refunds,
    actor,
  }: {
    state: OrderRefundState
    payment: MedusaOrderPayment
    refunds: StripeRefundState[]
    actor: string
  }
): Promise<Applied> {
  const applied: Applied = { refunds: [], drift: [] }
  for (const match of await matchAll(container, state, payment, refunds)) {
    await renewOrderLock(container, lock)
    if (match.kind === "ours") {
      await update(container, state, match, actor, applied)
    } else {
      await add(container, { state, match, payment, actor }, applied)
    }
  }
  return applied
}

async function matchAll(
  container: MedusaContainer,
  { records }: OrderRefundState,
  payment: MedusaOrderPayment,
  refunds: StripeRefundState[]
): Promise<RefundMatch<StripeRefundState>[]> {
  const transactions = records.order_refunds.flatMap(
    ({ transactions }) => transactions
  )
  const rows = new Set(
    transactions.map(({ medusa_refund_id }) => medusa_refund_id)
  )
  const native = payment.refunds
    .filter(({ id }) => !rows.has(id))
    .map(({ id, amount, created_at }) => ({
      id,
      minor_amount: toMinor(amount, payment.currency_code),
      created: new Date(created_at).getTime(),
    }))
  const ours = transactions.map(toKnown)
  const recorded = new Set(ours.map(({ stripe_refund_id }) => stripe_refund_id))
  // What gave nothing back is nobody's refund; only a record of it is news.
  const real = refunds.filter(
    (refund) => recorded.has(refund.id) || !isNeverCaptured(refund)
  )
  const strangers = real.filter(({ id }) => !recorded.has(id))
  const keys = await readRequestKeys(
    container,
    payment,
    strangers.filter(
      (refund) =>
        isContested(refund, strangers) ||
        // Only Medusa's own rows are matched by key; without any, nobody is asked.
        (native.length && !namesOneOf(ours, refund))
    )
  )
  return matchRefunds(real, ours, native, keys)
}

const toKnown = ({
  id,
  stripe_refund_id,
  idempotency_key,
  request,
}: RefundTransactionRecord): KnownTransaction => ({
  id,
  stripe_refund_id,
  idempotency_key,
  minor_amount: BigInt(request.minor_amount),
})

const namesOneOf = (
  transactions: KnownTransaction[],
  { refund_transaction_id }: StripeRefundState
): boolean =>
  transactions.some(
    ({ id, stripe_refund_id }) =>
      id === refund_transaction_id && stripe_refund_id === null
  )

/** Whether several refunds say that the same transaction made them. */
const isContested = (
  { refund_transaction_id }: StripeRefundState,
  refunds: StripeRefundState[]
): boolean =>
  refund_transaction_id !== null &&
  refunds.filter(
    (refund) => refund.refund_transaction_id === refund_transaction_id
  ).length > 1

async function update(
  container: MedusaContainer,
  { records }: OrderRefundState,
  match: { refund: StripeRefundState; transaction_id: string },
  actor: string,
  applied: Applied
): Promise<void> {
  const owner = records.order_refunds.find(({ transactions }) =>
    transactions.some(({ id }) => id === match.transaction_id)
  )
  const transaction = owner?.transactions.find(
    ({ id }) => id === match.transaction_id
  )
  if (!owner || !transaction) {
    return
  }
  if (isNeverCaptured(match.refund) && owner.source !== "stripe") {
    applied.drift.push(
      `${match.refund.id} gave nothing back: Stripe never captured this money. But refund #${owner.display_id}, which was not imported from Stripe, is recorded with it.`
    )
    return
  }
  const result = await updateTransaction(
    container,
    transaction,
    match.refund,
    actor
  )
  if (result === "impossible") {
    applied.drift.push(
      `Stripe says ${match.refund.id} is ${match.refund.outcome.status}; ${transaction.id} is ${transaction.status}.`
    )
  }
  if (result === "changed") {
    applied.refunds.push({
      order_refund_id: owner.id,
      kind: "changed",
      before: owner.status,
    })
  }
}

async function add(
  container: MedusaContainer,
  found: {
    match: Exclude<RefundMatch<StripeRefundState>, { kind: "ours" }>
    payment: MedusaOrderPayment
    state: OrderRefundState
    actor: string
  },
  applied: Applied
): Promise<void> {
  const { match, payment, actor } = found
  const { refund } = match
  if (refund.currency_code !== payment.currency_code) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      `${refund.id} is in ${refund.currency_code.toUpperCase()}, but ${payment.id} is in ${payment.currency_code.toUpperCase()}. It cannot be recorded.`
    )
  }
  // Each import changes what the order owes and what its lines have left.
  const state = await rereadLedger(container, found.state)
  const native =
    match.kind === "native"
      ? payment.refunds.find(({ id }) => id === match.medusa_refund_id)
      : null
  const imported = await importedRefund(container, state, {
    refund,
    payment,
    native: native ?? null,
    actor,
  })
  if (await refundsModule(container).outsideRefunds.record(imported)) {
    applied.refunds.push({
      order_refund_id: imported.order_refund.id,
      kind: "imported",
      before: null,
    })
  }
}
