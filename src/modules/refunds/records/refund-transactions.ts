import { MedusaError } from "@medusajs/framework/utils"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import {
  type PaymentOfOrder,
  type RefundDetails,
  type RefundTransactionRecord,
} from "../../../domain"
import { ALONE, shareWrites } from "../../../ledger/share-calls"
import { managerOf } from "../database"
import type { Transition } from "../types"
import { changeState, type Transitioned } from "./change-state"
import { RecordsPart } from "./records-part"
import { bumpGuards, lockRefundsOf, readTransactions } from "./row-locks"
import { type Row, toTransactionRecord } from "./serialize"
import { writeRows } from "./write-rows"

/** Movements of money at the gateways, each for one payment. */
export class RefundTransactions extends RecordsPart {
  private readonly moveTogether = shareWrites(
    (transitions: readonly Transition[], waits) =>
      this.transaction((context) =>
        move(managerOf(context), transitions, waits)
      )
  )

  /**
   * Moves one transaction to another state, from an expected state only.
   *
   * @returns the transaction as it is now, and whether this call changed it
   */
  async transition(transition: Transition): Promise<Transitioned> {
    return this.moveTogether(transition)
  }

  /** Movements that have not come to their end, by id, after one. */
  async listUnsettled(
    after: string,
    take: number
  ): Promise<
    { id: string; order_id: string; payment_id: string; provider_id: string }[]
  > {
    return this.rows.listRefundTransactions(
      {
        id: { $gt: after },
        status: ["pending", "requires_action", "unknown", "submitting"],
      },
      {
        select: ["id", "order_id", "payment_id", "provider_id"],
        take,
        order: { id: "ASC" },
      }
    )
  }

  /**
   * What our records say of refunds at Stripe, by their ids. `settled` when the
   * books follow, too.
   */
  async statesOf(
    stripeRefundIds: string[]
  ): Promise<
    Map<
      string,
      Pick<RefundTransactionRecord, "status" | "reference"> &
        RefundDetails & { settled: boolean }
    >
  > {
    const rows = await this.rows.listRefundTransactions(
      { stripe_refund_id: stripeRefundIds },
      { relations: ["order_refund"] }
    )
    return new Map(
      rows.map((row) => {
        const record = toTransactionRecord(row as Row)
        const settled = Boolean(row.order_refund.booked_at)
        return [String(record.stripe_refund_id), { ...record, settled }]
      })
    )
  }

  /**
   * The payments of refunds at Stripe, and of our transactions: by the ids of
   * both, as far as there are records of them.
   */
  async ownersOf(
    stripeRefundIds: string[],
    transactionIds: string[]
  ): Promise<Map<string, PaymentOfOrder>> {
    const rows = stripeRefundIds.length
      ? await this.rows.listRefundTransactions(
          {
            $or: [
              { stripe_refund_id: stripeRefundIds },
              { id: transactionIds },
            ],
          },
          { select: ["id", "stripe_refund_id", "payment_id", "order_id"] }
        )
      : []
    return new Map(
      rows.flatMap(({ id, stripe_refund_id, payment_id, order_id }) =>
        [id, stripe_refund_id].flatMap((key) =>
          key ? [[key, { payment_id, order_id }] as const] : []
        )
      )
    )
  }

  /** Which of Medusa's refund rows have a record of ours. */
  async recordedMedusaRefunds(ids: string[]): Promise<Set<string>> {
    const rows = await this.rows.listRefundTransactions(
      { medusa_refund_id: ids },
      { select: ["medusa_refund_id"] }
    )
    return new Set(rows.map(({ medusa_refund_id }) => medusa_refund_id))
  }

  /** The payment of refunds or disputes of Stripe, by their ids, if it is known. */
  async paymentOfStripeObjects(
    ids: string[]
  ): Promise<{ payment_id: string; order_id: string } | null> {
    const select = ["payment_id", "order_id"]
    const [known] = [
      ...(await this.rows.listRefundTransactions(
        { stripe_refund_id: ids },
        { select, take: 1 }
      )),
      ...(await this.rows.listRefundsPaymentDisputes(
        { id: ids },
        { select, take: 1 }
      )),
    ]
    return known
      ? { payment_id: known.payment_id, order_id: known.order_id }
      : null
  }
}

/** Moves transactions of different order refunds, or only those that are free. */
async function move(
  manager: SqlEntityManager,
  transitions: readonly Transition[],
  waits: boolean
): Promise<(Transitioned | typeof ALONE)[]> {
  const ids = transitions.map(({ transaction_id }) => transaction_id)
  const locked = await lockRefundsOf(manager, ids, waits)
  const rows = await readTransactions(manager, locked)
  const moved = new Set<unknown>()
  const changes = transitions.map((transition) => {
    const { transaction_id } = transition
    const row = rows.find(({ id }) => id === transaction_id)
    const refund = row?.order_refund_id
    if (!row && waits) {
      throw new MedusaError(
        MedusaError.Types.NOT_FOUND,
        `Refund transaction ${transaction_id} does not exist.`
      )
    }
    // Each refund once: its status follows from all of its transactions.
    if (!row || moved.has(refund)) {
      return ALONE
    }
    moved.add(refund)
    return changeState(
      transition,
      row,
      rows.filter(({ order_refund_id }) => order_refund_id === refund)
    )
  })
  const done = changes.filter((change) => change !== ALONE)
  await bumpGuards(
    manager,
    done.flatMap(({ frees_money, result }) =>
      frees_money ? [result.transaction.order_id] : []
    )
  )
  await writeRows(
    manager,
    done.flatMap((change) => change.changes)
  )
  return changes.map((change) => (change === ALONE ? ALONE : change.result))
}
