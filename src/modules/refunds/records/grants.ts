import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { ALONE, shareWrites } from "../../../ledger/share-calls"
import { RecordsPart } from "./records-part"
import { managerOf } from "../database"
import { appendAudit, auditRows } from "./append-audit"
import {
  deriveStatus,
  lineRow,
  lockOrderRefund,
  transactionRow,
} from "./refund-rows"
import { advanceGuards, bumpGuard } from "./row-locks"
import { type RowChange, writeRows } from "./write-rows"
import type { AuditEntry, Reservation } from "../types"
import { hasFailed } from "../../../domain"

/** What refunds grant: reserved before anything moves, and revoked where nothing did. */
export class Grants extends RecordsPart {
  private readonly reserveTogether = shareWrites(
    (wanted: readonly WantedReservation[]) =>
      this.transaction((context) => reserveAll(managerOf(context), wanted))
  )

  /**
   * Writes a reservation, if nothing of the order changed since `version` was
   * read. From its commit on every reader counts it.
   *
   * @returns false when the version moved: read again, plan again
   */
  async reserve(version: number, reservation: Reservation): Promise<boolean> {
    return this.reserveTogether({ version, reservation })
  }

  /**
   * Gives a grant back: its lines count no more, and its transactions that were
   * never sent are cancelled. Money that moved, or may have moved, forbids it.
   *
   * @returns whether the grant is revoked now
   */
  async revoke(orderRefundId: string, audit: AuditEntry): Promise<boolean> {
    return this.transaction(async (context) => {
      const refund = await lockOrderRefund(orderRefundId, context)
      if (
        refund.revoked_at ||
        refund.transactions.some(
          ({ status, accepted_at }) =>
            accepted_at || !(status === "reserved" || hasFailed(status))
        )
      ) {
        return Boolean(refund.revoked_at)
      }
      await bumpGuard(managerOf(context), refund.order_id)
      const reserved = refund.transactions.filter(
        (t) => t.status === "reserved"
      )
      await this.rows.updateRefundTransactions(
        reserved.map(({ id }) => ({ id, status: "canceled" as const })),
        context
      )
      await this.rows.updateOrderRefunds(
        [{ id: orderRefundId, revoked_at: new Date() }],
        context
      )
      await appendAudit(
        { order_refund_id: orderRefundId },
        [
          ...reserved.map(({ id }) => ({
            audit,
            from: "reserved",
            to: "canceled",
            request_id: id,
          })),
          { audit },
        ],
        context
      )
      await deriveStatus(orderRefundId, context, "written")
      if (!refund.transactions.length) {
        // It only wanted to move goods: no transaction says that it was given back.
        await this.rows.updateOrderRefunds(
          [{ id: orderRefundId, status: "canceled" }],
          context
        )
      }
      return true
    })
  }
}

type WantedReservation = { version: number; reservation: Reservation }

/** Reserves for each order once, where it is at its version. */
async function reserveAll(
  manager: SqlEntityManager,
  wanted: readonly WantedReservation[]
): Promise<(boolean | typeof ALONE)[]> {
  const orderOf = ({ reservation }: WantedReservation) =>
    reservation.order_refund.order_id
  const firsts = wanted.filter(
    (each, index) =>
      wanted.findIndex((other) => orderOf(other) === orderOf(each)) === index
  )
  const advanced = await advanceGuards(
    manager,
    firsts.map((each) => ({ order_id: orderOf(each), version: each.version }))
  )
  await writeRows(
    manager,
    firsts
      .filter((each) => advanced.has(orderOf(each)))
      .flatMap(({ reservation }) => rowsOf(reservation))
  )
  return wanted.map((each) =>
    firsts.includes(each) ? advanced.has(orderOf(each)) : ALONE
  )
}

const rowsOf = ({
  order_refund,
  lines,
  transactions,
  actor,
}: Reservation): RowChange[] => [
  {
    insert: "refunds_order_refund",
    rows: [{ ...order_refund, status: "processing" }],
  },
  {
    insert: "refunds_order_refund_line",
    rows: lines.map((line, position) =>
      lineRow(order_refund.id, line, position)
    ),
  },
  {
    insert: "refunds_transaction",
    rows: transactions.map((transaction, position) => ({
      ...transactionRow(order_refund, transaction, position),
      status: "reserved",
    })),
  },
  auditRows({ order_refund_id: order_refund.id }, [
    { audit: { actor, action: "reserved" }, to: "processing" },
  ]),
]
