import type { Observation } from "./classify"
import type { Lab } from "./lab"
import { isGood } from "./merchant"
import type { Subject } from "./subject"

type Row = {
  id: string
  status: string
  booked: boolean
  /** Given back, and no gateway answered: the same request is made anew. */
  came_to_nothing: boolean
  transactions: { id: string; status: string; booked: boolean }[]
  trail: {
    action: string
    transaction: string | null
    from: string | null
    to: string | null
  }[]
}

type Said = Pick<Observation, "says" | "records">

/** What our records say of an order, and what is wrong with them. */
export async function readRecords(lab: Lab, subject: Subject): Promise<Said> {
  const rows = await lab.database.query<Row>(QUERY, [subject.order.id])
  const last = rows.at(-1)
  if (!last) {
    return { says: withoutRecord(subject), records: [] }
  }
  const attempts = rows.filter(({ came_to_nothing }) => !came_to_nothing)
  return {
    says: meaning((attempts.at(-1) ?? last).status),
    records: [
      ...(attempts.length > 1 ? [`${attempts.length} order refunds`] : []),
      ...rows.flatMap(problemsOf),
    ],
  }
}

/** Medusa has no record of its own: the last answer, or the row that it made. */
export async function readNativeWord(
  { database }: Lab,
  subject: Subject
): Promise<Said> {
  const rows = await database.query(
    "SELECT id FROM refund WHERE payment_id = $1 AND deleted_at IS NULL",
    [subject.order.payments[0]?.id]
  )
  return { says: rows.length ? "paid" : withoutRecord(subject), records: [] }
}

/** The last answer is all there is. */
export const withoutRecord = ({ answer }: Subject): Observation["says"] =>
  !answer || answer.status === null
    ? "open"
    : isGood(answer)
      ? "paid"
      : "refused"

const meaning = (status: string): Observation["says"] =>
  ({
    succeeded: "paid" as const,
    pending: "paid" as const,
    requires_action: "waiting" as const,
    processing: "open" as const,
  })[status] ?? "refused"

function problemsOf({ id, status, booked, transactions, trail }: Row) {
  const moved = ["succeeded", "pending", "requires_action"]
  return [
    ...(booked ? [] : [`${id} is ${status} and not booked`]),
    ...transactions
      .filter((each) => moved.includes(each.status) !== each.booked)
      .map((each) => `${each.id} is ${each.status}, booked: ${each.booked}`),
    ...transactions.flatMap((each) => gapsOf(each, trail)),
  ]
}

/** Every change of state is in the trail, from the first to the last. */
function gapsOf(
  { id, status }: Row["transactions"][number],
  trail: Row["trail"]
): string[] {
  const [first] = trail
  const changes = trail.filter(
    ({ transaction, to }) => transaction === id && to
  )
  const begins = first?.action === "imported" ? null : "reserved"
  const [gap] = changes.filter(
    ({ from }, index) => from !== (changes[index - 1]?.to ?? begins)
  )
  return [
    ...(first?.action === "imported" || first?.action === "reserved"
      ? []
      : [`the trail of ${id} begins with ${first?.action}`]),
    ...(gap ? [`the trail of ${id} has a gap before ${gap.action}`] : []),
    ...(changes.at(-1)?.to === status
      ? []
      : [`the trail of ${id} ends with ${changes.at(-1)?.to}, not ${status}`]),
  ]
}

const QUERY = `
SELECT r.id, r.status, r.booked_at IS NOT NULL AS booked,
  r.revoked_at IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM refunds_transaction t WHERE t.order_refund_id = r.id
    AND t.status = 'failed' AND t.deleted_at IS NULL
    AND coalesce(t.failure_code, '') NOT IN ('never_sent', 'not_executed')
  ) AS came_to_nothing,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', t.id,
     'status', t.status, 'booked', t.booked_at IS NOT NULL)), '[]')
   FROM refunds_transaction t
   WHERE t.order_refund_id = r.id AND t.deleted_at IS NULL) AS transactions,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('action', e.action,
     'transaction', e.request_id, 'from', e.from_status,
     'to', e.to_status) ORDER BY e.sequence), '[]')
   FROM refunds_audit_entry e WHERE e.order_refund_id = r.id) AS trail
FROM refunds_order_refund r WHERE r.order_id = $1 AND r.deleted_at IS NULL
ORDER BY r.display_id`
