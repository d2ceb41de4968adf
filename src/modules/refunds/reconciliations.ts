import {
  generateEntityId,
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import type {
  RefundReconciliationDTO,
  RefundReconciliationEntryDTO,
  UnmatchedRefundDTO,
} from "../../types"
import type {
  PaymentOfOrder,
  RefundDetails,
  RefundTransactionRecord,
} from "../../domain"
import { transactionManager, type TransactionContext } from "./row-locks"
import {
  toReconciliation,
  toReconciliationEntry,
  toTransactionRecord,
  type Row,
} from "./serialize"
import { PaymentDisputes } from "./payment-disputes"

type Counters = Partial<
  Pick<
    RefundReconciliationDTO,
    | "refunds_read"
    | "payments_read"
    | "imported"
    | "changed"
    | "resolved"
    | "drift"
    | "unmatched"
  >
>

export type NewReconciliationEntry = Omit<
  RefundReconciliationEntryDTO,
  "id" | "created_at"
>

const ENTRIES_SHOWN = 500

/** The comparisons with Stripe, their progress and their reports. */
export class Reconciliations extends PaymentDisputes {
  /**
   * Starts a reconciliation, if none is running; one that gave no sign of life
   * since `deadBefore` is ended as failed.
   *
   * @returns the new one, or the one that runs already
   */
  @InjectTransactionManager()
  async startReconciliation(
    input: Pick<RefundReconciliationDTO, "trigger" | "started_by"> & {
      now: Date
      deadBefore: Date
    },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<{ started: boolean; reconciliation: RefundReconciliationDTO }> {
    const manager = transactionManager(context)
    await manager.execute(
      `SELECT pg_advisory_xact_lock(hashtext('refund_reconciliation'))`
    )
    await manager.execute(
      `UPDATE refund_reconciliation
       SET status = 'failed', lane = NULL, finished_at = ?,
         error = 'The process that ran it has gone.'
       WHERE status = 'running' AND alive_at < ?`,
      [input.now, input.deadBefore]
    )
    const [running]: Row[] = await manager.execute(
      `SELECT * FROM refund_reconciliation WHERE status = 'running'`
    )
    if (running) {
      return { started: false, reconciliation: toReconciliation(running) }
    }
    const [created]: Row[] = await manager.execute(
      `INSERT INTO refund_reconciliation
         (id, status, trigger, started_by, started_at, alive_at)
       VALUES (?, 'running', ?, ?, ?, ?) RETURNING *`,
      [
        generateEntityId(undefined, "refrec"),
        input.trigger,
        input.started_by,
        input.now,
        input.now,
      ]
    )
    return { started: true, reconciliation: toReconciliation(created ?? {}) }
  }

  /** Adds to the counters of a running reconciliation and shows that it lives. */
  @InjectTransactionManager()
  async advanceReconciliation(
    id: string,
    input: {
      lane?: string
      add?: Counters
      entries?: NewReconciliationEntry[]
      /** They are kept after those that are kept already. */
      unmatched?: UnmatchedRefundDTO[]
    },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    const add = Object.entries(input.add ?? {})
    await transactionManager(context).execute(
      `UPDATE refund_reconciliation SET alive_at = now(), updated_at = now()
         ${input.lane ? ", lane = ?" : ""}
         ${add.map(([name]) => `, ${name} = ${name} + ?`).join("")}
         ${input.unmatched?.length ? ", unmatched_refunds = coalesce(unmatched_refunds, '[]') || ?::jsonb" : ""}
       WHERE id = ?`,
      [
        ...(input.lane ? [input.lane] : []),
        ...add.map(([, n]) => n),
        ...(input.unmatched?.length ? [JSON.stringify(input.unmatched)] : []),
        id,
      ]
    )
    if (input.entries?.length) {
      await this.createRefundReconciliationEntries(
        input.entries.map((entry) => ({ ...entry, reconciliation_id: id })),
        context
      )
    }
  }

  @InjectTransactionManager()
  async finishReconciliation(
    id: string,
    error: string | null,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await this.updateRefundReconciliations(
      [
        {
          id,
          status: error ? "failed" : "completed",
          lane: null,
          error,
          finished_at: new Date(),
        },
      ],
      context
    )
  }

  /** Reconciliations, newest first, and how many there are. */
  @InjectManager()
  async listAndCountReconciliations(
    filters: Record<string, unknown>,
    page: { take: number; skip: number },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<[RefundReconciliationDTO[], number]> {
    const [rows, count] = await this.listAndCountRefundReconciliations(
      filters,
      { ...page, order: { started_at: "DESC", id: "DESC" } },
      context
    )
    return [rows.map((row: Row) => toReconciliation(row)), count]
  }

  /** The newest refunds that one reconciliation found no order for. */
  @InjectManager()
  async readUnmatchedRefunds(
    id: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<UnmatchedRefundDTO[]> {
    const [row] = await this.listRefundReconciliations({ id }, {}, context)
    return (row?.unmatched_refunds ?? []) as UnmatchedRefundDTO[]
  }

  /** The report of one reconciliation: drift first, then the newest. */
  @InjectManager()
  async readReconciliationEntries(
    id: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<RefundReconciliationEntryDTO[]> {
    const read = (kind: object) =>
      this.listRefundReconciliationEntries(
        { reconciliation_id: id, kind },
        { take: ENTRIES_SHOWN, order: { sequence: "DESC" } },
        context
      )
    const drift = await read({ $eq: "drift" })
    const others = await read({ $ne: "drift" })
    return [...drift, ...others]
      .slice(0, ENTRIES_SHOWN)
      .map((row: Row) => toReconciliationEntry(row))
  }

  /**
   * What our records say of refunds at Stripe, by their ids. `settled` when the
   * books follow, too.
   */
  @InjectManager()
  async readTransactionStates(
    stripeRefundIds: string[],
    @MedusaContext() context: TransactionContext = {}
  ): Promise<
    Map<
      string,
      Pick<RefundTransactionRecord, "status" | "reference"> &
        RefundDetails & { settled: boolean }
    >
  > {
    const rows = await this.listRefundTransactions(
      { stripe_refund_id: stripeRefundIds },
      { relations: ["order_refund"] },
      context
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
  @InjectManager()
  async ownersOfRefunds(
    stripeRefundIds: string[],
    transactionIds: string[],
    @MedusaContext() context: TransactionContext = {}
  ): Promise<Map<string, PaymentOfOrder>> {
    const rows = stripeRefundIds.length
      ? await this.listRefundTransactions(
          {
            $or: [
              { stripe_refund_id: stripeRefundIds },
              { id: transactionIds },
            ],
          },
          { select: ["id", "stripe_refund_id", "payment_id", "order_id"] },
          context
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

  /** Movements that have not come to their end, by id, after one. */
  @InjectManager()
  async listUnsettledTransactions(
    after: string,
    take: number,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<
    { id: string; order_id: string; payment_id: string; provider_id: string }[]
  > {
    return this.listRefundTransactions(
      {
        id: { $gt: after },
        status: ["pending", "requires_action", "unknown", "submitting"],
      },
      {
        select: ["id", "order_id", "payment_id", "provider_id"],
        take,
        order: { id: "ASC" },
      },
      context
    )
  }

  /** Which of Medusa's refund rows have a record of ours. */
  @InjectManager()
  async recordedMedusaRefunds(
    ids: string[],
    @MedusaContext() context: TransactionContext = {}
  ): Promise<Set<string>> {
    const rows = await this.listRefundTransactions(
      { medusa_refund_id: ids },
      { select: ["medusa_refund_id"] },
      context
    )
    return new Set(rows.map(({ medusa_refund_id }) => medusa_refund_id))
  }
}
