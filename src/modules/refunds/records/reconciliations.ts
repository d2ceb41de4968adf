import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { type Row, toReconciliation, toReconciliationEntry } from "./serialize"
import { generateEntityId } from "@medusajs/framework/utils"
import type {
  RefundReconciliationDTO,
  RefundReconciliationEntryDTO,
  UnmatchedRefundDTO,
} from "../../../types"

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
export class Reconciliations extends RecordsPart {
  /**
   * Starts a reconciliation, if none is running; one that gave no sign of life
   * since `deadBefore` is ended as failed.
   *
   * @returns the new one, or the one that runs already
   */
  async start(
    input: Pick<RefundReconciliationDTO, "trigger" | "started_by"> & {
      now: Date
      deadBefore: Date
    }
  ): Promise<{ started: boolean; reconciliation: RefundReconciliationDTO }> {
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      await manager.execute(
        `SELECT pg_advisory_xact_lock(hashtext('refunds_reconciliation'))`
      )
      await manager.execute(
        `UPDATE refunds_reconciliation
       SET status = 'failed', lane = NULL, finished_at = ?,
         error = 'The process that ran it has gone.'
       WHERE status = 'running' AND alive_at < ? AND deleted_at IS NULL`,
        [input.now, input.deadBefore]
      )
      const [running]: Row[] = await manager.execute(
        `SELECT * FROM refunds_reconciliation
         WHERE status = 'running' AND deleted_at IS NULL`
      )
      if (running) {
        return { started: false, reconciliation: toReconciliation(running) }
      }
      const [created]: Row[] = await manager.execute(
        `INSERT INTO refunds_reconciliation
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
    })
  }

  /** Adds to the counters of a running reconciliation and shows that it lives. */
  async advance(
    id: string,
    input: {
      lane?: string
      add?: Counters
      entries?: NewReconciliationEntry[]
      /** They are kept after those that are kept already. */
      unmatched?: UnmatchedRefundDTO[]
    }
  ): Promise<void> {
    return this.transaction(async (context) => {
      const add = Object.entries(input.add ?? {})
      await managerOf(context).execute(
        `UPDATE refunds_reconciliation SET alive_at = now(), updated_at = now()
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
        await this.rows.createRefundsReconciliationEntries(
          input.entries.map((entry) => ({ ...entry, reconciliation_id: id })),
          context
        )
      }
    })
  }

  /** Ends a reconciliation, as failed where there is an error. */
  async finish(id: string, error: string | null): Promise<void> {
    return this.transaction(async (context) => {
      await this.rows.updateRefundsReconciliations(
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
    })
  }

  /** When the last one started, that ended like this if it is given; null if none did. */
  async lastStart(status?: "completed"): Promise<Date | null> {
    const [last] = await this.rows.listRefundsReconciliations(
      status ? { status } : {},
      { select: ["id", "started_at"], take: 1, order: { started_at: "DESC" } }
    )
    return last ? new Date(last.started_at) : null
  }

  /** Reconciliations, newest first, and how many there are. */
  async listAndCount(
    filters: Record<string, unknown>,
    page: { take: number; skip: number }
  ): Promise<[RefundReconciliationDTO[], number]> {
    const [rows, count] = await this.rows.listAndCountRefundsReconciliations(
      filters,
      { ...page, order: { started_at: "DESC", id: "DESC" } }
    )
    return [rows.map((row: Row) => toReconciliation(row)), count]
  }

  /** The newest refunds that one reconciliation found no order for. */
  async readUnmatchedRefunds(id: string): Promise<UnmatchedRefundDTO[]> {
    const [row] = await this.rows.listRefundsReconciliations({ id })
    return (row?.unmatched_refunds ?? []) as UnmatchedRefundDTO[]
  }

  /** The report of one reconciliation: drift first, then the newest. */
  async readEntries(id: string): Promise<RefundReconciliationEntryDTO[]> {
    const read = (kind: object) =>
      this.rows.listRefundsReconciliationEntries(
        { reconciliation_id: id, kind },
        { take: ENTRIES_SHOWN, order: { sequence: "DESC" } }
      )
    const drift = await read({ $eq: "drift" })
    const others = await read({ $ne: "drift" })
    return [...drift, ...others]
      .slice(0, ENTRIES_SHOWN)
      .map((row: Row) => toReconciliationEntry(row))
  }
}
