import {
  OPEN_REQUEST_STATUSES,
  takenUnits,
  type TakenUnits,
  UNDECIDED_REQUEST_STATUSES,
} from "../../../domain"
import type { TransactionContext } from "../../refunds/database"
import type { RequestsDatabase } from "../database"
import type {
  NewRefundRequest,
  RefundRequestRecord,
  RequestTransition,
} from "../types"
import { type OpenUnits, openUnitsOf, requestsSince } from "./count-requests"
import { lockOrder } from "./lock-order"
import { moveRequest, type MovedRequest } from "./move-request"
import { requestConditions, type RequestFilters } from "./request-filters"
import { toRequest } from "./serialize"

/** Frozen: Medusa writes its default sequence into the options that it is given. */
const PARTS = Object.freeze({ relations: ["lines", "photos", "events"] })

/** What a new request is held against, under the order's lock. */
export type RequestLimits = {
  /** Units of each item that could be asked for if nothing were open. */
  allowed: Record<string, number>
  /** How many requests an order may have that were received after `since`; null: any. */
  most: { requests: number | null; since: Date }
}

/** What came of a new request. */
export type RecordedRequest =
  | { request: RefundRequestRecord; replayed: boolean }
  | { refused: "idempotency_key_reused"; request: RefundRequestRecord }
  | { refused: "already_requested"; taken: TakenUnits }
  | { refused: "too_many_requests" }

/** The requests of customers. */
export class RefundRequests {
  constructor(private readonly database: RequestsDatabase) {}

  /**
   * Writes a request down, unless another one has its units: of any number that
   * come at once, those are let in for which units are left.
   */
  async record(
    request: NewRefundRequest,
    { allowed, most }: RequestLimits
  ): Promise<RecordedRequest> {
    const { rows, transaction } = this.database
    return transaction(async (context, manager) => {
      const { order_id, idempotency_key } = request
      if (order_id) {
        await lockOrder(manager, order_id)
      } else if (idempotency_key) {
        await manager.execute("SELECT pg_advisory_xact_lock(hashtext(?))", [
          idempotency_key,
        ])
      }
      const known = idempotency_key
        ? await this.find({ idempotency_key }, context)
        : null
      if (known) {
        return known.request_hash === request.request_hash
          ? { request: known, replayed: true }
          : { refused: "idempotency_key_reused", request: known }
      }
      if (order_id) {
        if (
          most.requests !== null &&
          (await requestsSince(manager, order_id, most.since)) >= most.requests
        ) {
          return { refused: "too_many_requests" }
        }
        const open = await openUnitsOf(
          (sql, values) => manager.execute(sql, values),
          order_id
        )
        const taken = takenUnits(
          request.lines,
          allowed,
          openFor(request.kind, open)
        )
        if (taken) {
          return { refused: "already_requested", taken }
        }
      }
      const { lines, actor, ...columns } = request
      await rows.createRefundRequests(
        [
          {
            ...columns,
            status: "submitted",
            lines: lines.map((line, position) => ({ ...line, position })),
            events: [{ actor, action: "submitted", to_status: "submitted" }],
          } as Record<string, unknown>,
        ],
        context
      )
      const [made] = await rows.listRefundRequests(
        { id: request.id },
        { ...PARTS },
        context
      )
      return { request: toRequest(made ?? {}), replayed: false }
    })
  }

  /** Moves a request to another state, if it may go there. */
  async move(transition: RequestTransition): Promise<MovedRequest> {
    return this.database.transaction((_, manager) =>
      moveRequest(manager, transition)
    )
  }

  /** One request with its parts, or null. */
  async find(
    filters: { id: string } | { idempotency_key: string },
    context?: TransactionContext
  ): Promise<RefundRequestRecord | null> {
    const [row] = await this.database.rows.listRefundRequests(
      filters,
      { take: 1, ...PARTS },
      context
    )
    return row ? toRequest(row) : null
  }

  /** Requests with their parts, newest first, and how many there are. */
  async list(
    filters: RequestFilters,
    { take, skip }: { take: number; skip: number },
    order: Record<string, "ASC" | "DESC"> = { display_id: "DESC" }
  ): Promise<[RefundRequestRecord[], number]> {
    const [found, count] = await this.database.rows.listAndCountRefundRequests(
      requestConditions(filters, new Date()),
      { take, skip, order, ...PARTS }
    )
    return [found.map(toRequest), count]
  }

  /** How many requests nobody has decided, and the first day money is due. */
  async countOpen(): Promise<{
    undecided: number
    next_due_at: string | null
  }> {
    const states = UNDECIDED_REQUEST_STATUSES.map(
      (state) => `'${state}'`
    ).join()
    const open = OPEN_REQUEST_STATUSES.map((state) => `'${state}'`).join()
    const [row] = await this.database.query(
      `SELECT count(*) FILTER (WHERE status IN (${states})) AS undecided,
         min(due_at) FILTER (WHERE order_refund_id IS NULL) AS next_due_at
       FROM refunds_request
       WHERE status IN (${open}) AND deleted_at IS NULL`,
      []
    )
    const due = row?.next_due_at
    return {
      undecided: Number(row?.undecided ?? 0),
      next_due_at: due ? new Date(String(due)).toISOString() : null,
    }
  }

  /** Units of each item of an order that open requests want. */
  async openUnits(orderId: string): Promise<Record<string, OpenUnits>> {
    return openUnitsOf(this.database.query, orderId)
  }

  /** Adds pictures to a request; the caller has checked how many it may have. */
  async addPhotos(
    requestId: string,
    photos: { file_id: string; mime_type: string; size: number }[],
    most: number
  ): Promise<boolean> {
    const { rows, transaction } = this.database
    return transaction(async (context, manager) => {
      await manager.execute(
        "SELECT id FROM refunds_request WHERE id = ? FOR UPDATE",
        [requestId]
      )
      const before = await rows.listRefundRequestPhotoFiles(
        { refund_request_id: requestId },
        { select: ["id"] },
        context
      )
      if (before.length + photos.length > most) {
        return false
      }
      await rows.createRefundRequestPhotoFiles(
        photos.map((photo, index) => ({
          ...photo,
          position: before.length + index,
          refund_request_id: requestId,
        })) as object[],
        context
      )
      return true
    })
  }

  /** Notes that the shop waits for the goods of a request, or no longer does. */
  async noteGoods(
    id: string,
    waits_for_goods: boolean,
    actor: string
  ): Promise<void> {
    const { rows, transaction } = this.database
    await transaction(async (context) => {
      await rows.updateRefundRequests([{ id, waits_for_goods }], context)
      await rows.createRefundRequestEvents(
        [
          {
            refund_request_id: id,
            actor,
            action: waits_for_goods ? "waits_for_goods" : "goods_arrived",
          },
        ],
        context
      )
    })
  }

  /**
   * Gives a request its order, and the order's number. What was typed stays in the
   * trail.
   *
   * @returns false where it has one
   */
  async assign(
    id: string,
    order: { id: string; display_id: number; customer_id: string | null },
    actor: string
  ): Promise<boolean> {
    const { rows, transaction } = this.database
    return transaction(async (context, manager) => {
      const [typed]: { order_number: string }[] = await manager.execute(
        `SELECT order_number FROM refunds_request
         WHERE id = ? AND order_id IS NULL FOR UPDATE`,
        [id]
      )
      if (!typed) {
        return false
      }
      await manager.execute(
        `UPDATE refunds_request
         SET order_id = ?, order_number = ?, customer_id = ?, updated_at = now()
         WHERE id = ?`,
        [order.id, String(order.display_id), order.customer_id, id]
      )
      await rows.createRefundRequestEvents(
        [
          {
            refund_request_id: id,
            actor,
            action: "assigned",
            details: { order_id: order.id, typed: typed.order_number },
          },
        ],
        context
      )
      return true
    })
  }

  /**
   * Notes the refund of a request. One that somebody gave back meanwhile, while
   * somebody else's approval went through, is approved with it.
   */
  async noteRefund(id: string, order_refund_id: string): Promise<void> {
    const { rows, transaction } = this.database
    await transaction(async (context, manager) => {
      const { moved } = await moveRequest(manager, {
        request_id: id,
        to: "approved",
        actor: "workflow",
        action: "approved",
        patch: { order_refund_id },
      })
      const noted: object[] = moved
        ? [{ id }]
        : await manager.execute(
            `UPDATE refunds_request SET order_refund_id = ?, updated_at = now()
             WHERE id = ? AND order_refund_id IS DISTINCT FROM ? RETURNING id`,
            [order_refund_id, id, order_refund_id]
          )
      if (noted.length) {
        await rows.createRefundRequestEvents(
          [
            {
              refund_request_id: id,
              actor: "workflow",
              action: "refund_made",
              details: { order_refund_id },
            },
          ],
          context
        )
      }
    })
  }

  /**
   * Approved requests to go on with: those that a crash has left without a refund
   * since that moment, and those whose refund has arrived. The refund is another
   * module's row, and only looked at: of requests that wait for their bank there may
   * be many.
   */
  async listUnfinished(before: Date): Promise<RefundRequestRecord[]> {
    const found = await this.database.query(
      `SELECT request.id FROM refunds_request request
       LEFT JOIN refunds_order_refund refund ON refund.id = request.order_refund_id
       WHERE request.status = 'approved' AND request.deleted_at IS NULL
         AND (refund.status = 'succeeded'
           OR (request.order_refund_id IS NULL AND request.updated_at < ?))
       ORDER BY request.updated_at LIMIT 100`,
      [before]
    )
    const ids = found.map(({ id }) => String(id))
    if (!ids.length) {
      return []
    }
    const rows = await this.database.rows.listRefundRequests(
      { id: ids },
      { take: ids.length, order: { updated_at: "ASC" }, ...PARTS }
    )
    return rows.map(toRequest)
  }
}

/**
 * Units that a new request of this kind cannot have. The law lets a consumer
 * withdraw, also from what the shop was asked to refund.
 */
const openFor = (
  kind: RefundRequestRecord["kind"],
  open: Record<string, OpenUnits>
): Record<string, number> =>
  Object.fromEntries(
    Object.entries(open).map(([item_id, { requested, withdrawn }]) => [
      item_id,
      kind === "withdrawal" ? withdrawn : requested,
    ])
  )
