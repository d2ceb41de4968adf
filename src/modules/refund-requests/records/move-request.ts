import { generateEntityId } from "@medusajs/framework/utils"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import { mayBecome, mayBeGivenBack } from "../../../domain"
import { writeRows } from "../../refunds/records/write-rows"
import type { RefundRequestRecord, RequestTransition } from "../types"

type State = Pick<RefundRequestRecord, "kind" | "status" | "order_refund_id">

/** What came of a transition; `was` is the state before, or that which forbids it. */
export type MovedRequest =
  | { moved: true; was: RefundRequestRecord["status"] }
  | { moved: false; was: RefundRequestRecord["status"] | null }

/** Changes a request's state with what goes with it, and tells its trail. */
export async function moveRequest(
  manager: SqlEntityManager,
  {
    request_id,
    to,
    actor,
    action,
    gives_back,
    patch,
    details,
  }: RequestTransition
): Promise<MovedRequest> {
  const [row]: State[] = await manager.execute(
    `SELECT kind, status, order_refund_id FROM refunds_request
     WHERE id = ? AND deleted_at IS NULL FOR UPDATE`,
    [request_id]
  )
  const may =
    row &&
    (gives_back ? mayBeGivenBack(row, to) : mayBecome(row.kind, row.status, to))
  if (!row || !may) {
    return { moved: false, was: row?.status ?? null }
  }
  await writeRows(manager, [
    {
      update: "refunds_request",
      id: request_id,
      fields: { ...patch, status: to },
    },
    {
      insert: "refunds_request_event",
      rows: [
        {
          id: generateEntityId(undefined, "refreqev"),
          refund_request_id: request_id,
          actor,
          action,
          from_status: row.status,
          to_status: to,
          details: details ?? null,
        },
      ],
    },
  ])
  return { moved: true, was: row.status }
}
