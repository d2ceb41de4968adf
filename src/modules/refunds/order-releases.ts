import {
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import type { OrderReleaseStatus, ReleasePaymentStatus } from "../../types"
import { OrderReleaseReads } from "./order-release-reads"
import {
  toReleasePayment,
  type NewOrderRelease,
  type ReleasePaymentRecord,
  type StoredLines,
} from "./order-release-record"
import {
  advanceGuard,
  transactionManager,
  type TransactionContext,
} from "./row-locks"
import type { AuditEntry } from "./types"

type Row = Record<string, unknown>

/** A change of one payment's state, made only from an expected state. */
export type ReleaseTransition = {
  release_payment_id: string
  from: readonly ReleasePaymentStatus[]
  to: ReleasePaymentStatus
  patch?: Partial<{
    failure_code: string | null
    failure_reason: string | null
    attempts: number
    first_attempt_at: Date
  }>
  audit: AuditEntry
}

export type ReleaseEnd = {
  status: OrderReleaseStatus
  booked: boolean
  /** With what stayed on the order. */
  lines?: StoredLines
  audit: AuditEntry
}

/** Changes releases of authorised money. Each appends to their audit trail. */
export class OrderReleases extends OrderReleaseReads {
  /**
   * Writes a release, if nothing of the order changed since `version` was read:
   * refunds and releases of one order exclude each other.
   *
   * @returns false when the version moved: read again, plan again
   */
  @InjectTransactionManager()
  async reserveRelease(
    version: number,
    { payments, lines, collections, ...release }: NewOrderRelease,
    actor: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const manager = transactionManager(context)
    if (!(await advanceGuard(manager, release.order_id, version))) {
      return false
    }
    await this.createOrderReleases(
      [
        {
          ...release,
          status: "processing",
          lines: { lines },
          collections: { collections },
        },
      ],
      context
    )
    await this.createOrderReleasePayments(
      payments.map((payment, position) => ({
        ...payment,
        position,
        status: "reserved",
        order_release_id: release.id,
      })),
      context
    )
    await this.appendReleaseEvent(
      release.id,
      { audit: { actor, action: "reserved" }, to: "processing" },
      context
    )
    return true
  }

  /**
   * Moves one payment to another state, from an expected state only.
   *
   * @returns whether this call changed it
   */
  @InjectTransactionManager()
  async moveReleasePayment(
    { release_payment_id: id, from, to, patch, audit }: ReleaseTransition,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<boolean> {
    const current = await this.lockReleasePayment(id, context)
    if (!current || !from.includes(current.status)) {
      return false
    }
    await this.updateOrderReleasePayments(
      [{ id, status: to, ...patch }],
      context
    )
    await this.appendReleaseEvent(
      current.order_release_id,
      { audit, from: current.status, to, release_payment_id: id },
      context
    )
    return true
  }

  /** Ends a release: what was never asked stays undone. */
  @InjectTransactionManager()
  async endRelease(
    id: string,
    { status, booked, lines, audit }: ReleaseEnd,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    const manager = transactionManager(context)
    const [current]: { status: OrderReleaseStatus; booked_at: Date | null }[] =
      await manager.execute(
        `SELECT status, booked_at FROM order_release WHERE id = ? FOR UPDATE`,
        [id]
      )
    if (!current || (current.status === status && current.booked_at)) {
      return
    }
    await manager.execute(
      `UPDATE order_release_payment SET status = 'undone', updated_at = now()
       WHERE order_release_id = ? AND status = 'reserved'`,
      [id]
    )
    await this.updateOrderReleases(
      [
        {
          id,
          status,
          ...(lines ? { lines } : {}),
          ...(booked ? { booked_at: new Date() } : {}),
        },
      ],
      context
    )
    await this.appendReleaseEvent(
      id,
      { audit, from: current.status, to: status },
      context
    )
  }

  /**
   * Lets an idempotency key be used anew: the release that it made came to
   * nothing. The audit trail keeps it.
   */
  @InjectTransactionManager()
  async freeReleaseKey(
    { id, idempotency_key }: Pick<NewOrderRelease, "id" | "idempotency_key">,
    actor: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await this.updateOrderReleases([{ id, idempotency_key: null }], context)
    await this.appendReleaseEvent(
      id,
      { audit: { actor, action: "key_freed", details: { idempotency_key } } },
      context
    )
  }

  private async lockReleasePayment(
    id: string,
    context: TransactionContext
  ): Promise<ReleasePaymentRecord | null> {
    const [row]: Row[] = await transactionManager(context).execute(
      `SELECT * FROM order_release_payment WHERE id = ? FOR UPDATE`,
      [id]
    )
    return row ? toReleasePayment(row) : null
  }

  private async appendReleaseEvent(
    orderReleaseId: string,
    {
      audit,
      from,
      to,
      release_payment_id,
    }: {
      audit: AuditEntry
      from?: string
      to?: string
      release_payment_id?: string
    },
    context: TransactionContext
  ): Promise<void> {
    await this.createOrderReleaseEvents(
      [
        {
          order_release_id: orderReleaseId,
          release_payment_id: release_payment_id ?? null,
          from_status: from ?? null,
          to_status: to ?? null,
          actor: audit.actor,
          action: audit.action,
          stripe_request_id: audit.stripe_request_id ?? null,
          details: audit.details ?? null,
        },
      ],
      context
    )
  }
}
