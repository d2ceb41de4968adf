import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { ProviderRequestStatus } from "../../../domain"
import { managerOf } from "../database"
import type { AuditEntry } from "../types"
import { appendAudit } from "./append-audit"
import { assertTransition } from "./assert-transition"
import { RecordsPart } from "./records-part"
import { toOrderEdit, type OrderEditRecord } from "../order-edit-record"

type Patch = Partial<
  Pick<
    OrderEditRecord,
    "status" | "settlement_status" | "settlement" | "preview"
  >
>

/** A change of an edit's charge, made only from an expected state. */
export type ChargeTransition = {
  from: readonly ProviderRequestStatus[]
  to: ProviderRequestStatus
  audit: AuditEntry
}

/** Order edits that were made with their money. */
export class OrderEdits extends RecordsPart {
  /** Writes an edit down before the order is changed. */
  async record(edit: Omit<OrderEditRecord, "created_at">): Promise<void> {
    return this.transaction(async (context) => {
      await this.rows.createRefundsOrderEdits(
        [edit as Record<string, unknown>],
        context
      )
    })
  }

  /** Forgets an edit that did not happen: its key is free again. */
  async forget(id: string): Promise<void> {
    return this.transaction(async (context) => {
      await this.rows.deleteRefundsOrderEdits([id], context)
    })
  }

  /** Notes how far an edit and its money are; what changes goes into its trail. */
  async note(id: string, patch: Patch, actor: string): Promise<void> {
    return this.transaction(async (context) => {
      const before = await lockEdit(managerOf(context), id)
      await this.rows.updateRefundsOrderEdits(
        [{ id, ...patch } as Record<string, unknown>],
        context
      )
      const entries = (["status", "settlement_status"] as const).flatMap(
        (column) => {
          const [from, to] = [before?.[column], patch[column]]
          const action = column === "status" ? "edited" : "settlement"
          return to && from !== to
            ? [{ audit: { actor, action }, from, to }]
            : []
        }
      )
      await appendAudit({ order_edit_id: id }, entries, context)
    })
  }

  /**
   * Moves an edit's charge to another state, from an expected state only.
   *
   * @returns the state that it has now, or null where the edit charges nothing
   */
  async moveCharge(
    id: string,
    { from: expected, to, audit }: ChargeTransition
  ): Promise<ProviderRequestStatus | null> {
    return this.transaction(async (context) => {
      const manager = managerOf(context)
      const edit = await lockEdit(manager, id)
      const charge = edit?.settlement.charge
      if (!charge || !expected.includes(charge.status)) {
        return charge?.status ?? null
      }
      const { payment_intent_id: request_id, status: from } = charge
      if (from === to) {
        return to
      }
      assertTransition({ kind: "charge", id: request_id }, from, to)
      await manager.execute(
        `UPDATE refunds_order_edit SET updated_at = now(),
           settlement = jsonb_set(settlement, '{charge,status}', to_jsonb(?::text))
         WHERE id = ?`,
        [to, id]
      )
      await appendAudit(
        { order_edit_id: id },
        [{ audit, from, to, request_id }],
        context
      )
      return to
    })
  }

  /** One edit, or null. */
  async find(
    filters: { id: string } | { idempotency_key: string }
  ): Promise<OrderEditRecord | null> {
    const [row] = await this.rows.listRefundsOrderEdits(filters, { take: 1 })
    return row ? toOrderEdit(row) : null
  }

  /** The confirmed edits of an order, newest first, and how many there are. */
  async readOfOrder(
    orderId: string,
    { limit, offset }: { limit: number; offset: number }
  ): Promise<[OrderEditRecord[], number]> {
    const [rows, count] = await this.rows.listAndCountRefundsOrderEdits(
      { order_id: orderId, status: "edited" },
      {
        take: limit,
        skip: offset,
        order: { created_at: "DESC", id: "DESC" },
      }
    )
    return [rows.map(toOrderEdit), count]
  }

  /** Edits whose change or money has not come to its end, longest waiting first. */
  async listUnfinished(
    before: Date
  ): Promise<{ id: string; order_id: string }[]> {
    return this.rows.listRefundsOrderEdits(
      {
        updated_at: { $lt: before },
        settlement_status: ["planned", "processing"],
      },
      { select: ["id", "order_id"], take: 100, order: { updated_at: "ASC" } }
    )
  }
}

async function lockEdit(
  manager: SqlEntityManager,
  id: string
): Promise<OrderEditRecord | null> {
  const [row]: object[] = await manager.execute(
    "SELECT * FROM refunds_order_edit WHERE id = ? FOR UPDATE",
    [id]
  )
  return row ? toOrderEdit(row) : null
}
