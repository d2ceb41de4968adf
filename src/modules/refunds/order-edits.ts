import {
  InjectManager,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import type {
  OrderEditPreview,
  OrderEditSettlement,
  OrderEditSettlementStatus,
} from "../../types/order-edit"
import { Reconciliations } from "./reconciliations"
import type { TransactionContext } from "./row-locks"

/** The saved card that is charged, and the Stripe customer that it belongs to. */
export type OrderEditCard = {
  provider_id: string
  customer: string
  payment_method_id: string
}

/** The one payment by which it is charged. */
export type OrderEditCharge = {
  payment_session_id: string
  payment_intent_id: string
}

/** What an edit was asked to do, as it was validated. */
export type OrderEditRequest = Record<string, unknown> & {
  refund_reason_id?: string | null
}

export type OrderEditRecord = {
  id: string
  order_id: string
  /** `editing` until Medusa's order change is confirmed. */
  status: "editing" | "edited"
  settlement_status: "planned" | OrderEditSettlementStatus
  request: OrderEditRequest
  preview: OrderEditPreview
  settlement: Omit<OrderEditSettlement, "status"> & {
    card: OrderEditCard | null
    charge: OrderEditCharge | null
  }
  note: string | null
  created_by: string | null
  idempotency_key: string | null
  request_hash: string
  /** ISO 8601. */
  created_at: string
}

type Patch = Partial<
  Pick<
    OrderEditRecord,
    "status" | "settlement_status" | "settlement" | "preview"
  >
>

/** The records of order edits that were made with their money. */
export class OrderEdits extends Reconciliations {
  /** Writes an edit down before the order is changed. */
  @InjectTransactionManager()
  async recordOrderEdit(
    edit: Omit<OrderEditRecord, "created_at">,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await this.createOrderEdits([edit as Record<string, unknown>], context)
  }

  /** Forgets an edit that did not happen: its key is free again. */
  @InjectTransactionManager()
  async forgetOrderEdit(
    id: string,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await this.deleteOrderEdits([id], context)
  }

  @InjectTransactionManager()
  async noteOrderEdit(
    id: string,
    patch: Patch,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<void> {
    await this.updateOrderEdits(
      [{ id, ...patch } as Record<string, unknown>],
      context
    )
  }

  /** One edit, or null. */
  @InjectManager()
  async findOrderEdit(
    filters: { id: string } | { idempotency_key: string },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<OrderEditRecord | null> {
    const [row] = await this.listOrderEdits(filters, { take: 1 }, context)
    return row ? toRecord(row) : null
  }

  /** The confirmed edits of an order, newest first, and how many there are. */
  @InjectManager()
  async readOrderEdits(
    orderId: string,
    { limit, offset }: { limit: number; offset: number },
    @MedusaContext() context: TransactionContext = {}
  ): Promise<[OrderEditRecord[], number]> {
    const [rows, count] = await this.listAndCountOrderEdits(
      { order_id: orderId, status: "edited" },
      {
        take: limit,
        skip: offset,
        order: { created_at: "DESC", id: "DESC" },
      },
      context
    )
    return [rows.map(toRecord), count]
  }

  /** Edits whose change or money has not come to its end, longest waiting first. */
  @InjectManager()
  async listUnfinishedOrderEdits(
    before: Date,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<{ id: string; order_id: string }[]> {
    return this.listOrderEdits(
      {
        updated_at: { $lt: before },
        settlement_status: ["planned", "processing"],
      },
      { select: ["id", "order_id"], take: 100, order: { updated_at: "ASC" } },
      context
    )
  }
}

/** The columns are text and JSON: only this service writes them. */
function toRecord(row: object): OrderEditRecord {
  const { created_at, ...record } = row as Omit<
    OrderEditRecord,
    "created_at"
  > & { created_at: Date | string }
  return { ...record, created_at: new Date(created_at).toISOString() }
}
