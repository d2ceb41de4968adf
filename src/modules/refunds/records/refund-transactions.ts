import { MedusaError } from "@medusajs/framework/utils"
import { RecordsPart } from "./records-part"
import { auditRows } from "./append-audit"
import { managerOf } from "../database"
import { assertTransition } from "./assert-transition"
import { bumpGuard, lockRefundOf, readSiblings } from "./row-locks"
import { type Row, toTransactionRecord, withDates } from "./serialize"
import { writeRows } from "./write-rows"
import type { Transition } from "../types"
import {
  hasFailed,
  orderRefundStatus,
  type PaymentOfOrder,
  type RefundDetails,
  type RefundTransactionRecord,
  wasTaken,
} from "../../../domain"

/** Movements of money at the gateways, each for one payment. */
export class RefundTransactions extends RecordsPart {
  /**
   * Moves one transaction to another state, from an expected state only.
   *
   * @returns the transaction as it is now, and whether this call changed it
   */
  async transition({
    transaction_id,
    from,
    to,
    patch,
    audit,
  }: Transition): Promise<{
    changed: boolean
    transaction: RefundTransactionRecord
  }> {
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      await lockRefundOf(manager, transaction_id)
      const siblings = await readSiblings(manager, transaction_id)
      const row = siblings.find(({ id }) => id === transaction_id)
      if (!row) {
        throw new MedusaError(
          MedusaError.Types.NOT_FOUND,
          `Refund transaction ${transaction_id} does not exist.`
        )
      }
      const current = toTransactionRecord(row)
      if (!from.includes(current.status)) {
        return { changed: false, transaction: current }
      }
      const request = { kind: "refund", id: transaction_id } as const
      assertTransition(request, current.status, to)
      if (hasFailed(to)) {
        // What it claimed is free again: nobody may plan with older figures.
        await bumpGuard(manager, current.order_id)
      }
      const taken = wasTaken({
        from: current.status,
        to,
        gateway_refund_id: patch?.stripe_refund_id,
      })
      const fields = {
        status: to,
        ...(taken && !current.accepted_at ? { accepted_at: new Date() } : {}),
        ...withDates(patch ?? {}),
      }
      const states = siblings.map((each) => ({
        status: each === row ? to : toTransactionRecord(each).status,
        superseded: each.superseded_at !== null,
      }))
      await writeRows(manager, [
        { update: "refunds_transaction", id: transaction_id, fields },
        {
          update: "refunds_order_refund",
          id: current.order_refund_id,
          fields: {
            status: orderRefundStatus(states),
            // A bank reference, say, changes nothing that the books tell.
            ...(current.status === to ? {} : { booked_at: null }),
          },
        },
        auditRows({ order_refund_id: current.order_refund_id }, [
          { audit, from: current.status, to, request_id: transaction_id },
        ]),
      ])
      const written = Object.fromEntries(
        Object.entries({ ...fields, updated_at: new Date() }).filter(
          ([, value]) => value !== undefined
        )
      )
      return {
        changed: true,
        transaction: toTransactionRecord({ ...row, ...written }),
      }
    })
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
