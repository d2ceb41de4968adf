import { setTimeout as wait } from "node:timers/promises"
import type { Lab } from "./lab"

/** A job runs each minute; a call that fails three times takes as many of them. */
const LIMIT_MS = 10 * 60_000
const EVERY_MS = 2000

/**
 * Waits until nothing is left to do. The jobs do it; only what they would wait
 * for (a grace of a minute, pauses between attempts) is put forward.
 *
 * @returns what is left after all that time; the verdict tells what it means
 */
export async function settle(lab: Lab): Promise<string[]> {
  const end = Date.now() + LIMIT_MS
  let left: string[] = []
  do {
    left = lab.side === "native" ? [] : await leftToDo(lab)
    if (left.length === 0) {
      break
    }
    await hurry(lab)
    await wait(EVERY_MS)
  } while (Date.now() < end)
  return left
}

async function leftToDo({ database }: Lab): Promise<string[]> {
  const rows = await database.query<{ what: string }>(
    `SELECT 'order refund ' || id || ' of ' || order_id || ' is ' || status
         AS what
       FROM refunds_order_refund WHERE deleted_at IS NULL
         AND (status = 'processing' OR booked_at IS NULL)
     UNION ALL
     SELECT 'settlement of edit ' || id || ' of ' || order_id || ' is '
         || settlement_status
       FROM refunds_order_edit WHERE settlement_status IN ('planned', 'processing')
     UNION ALL
     SELECT 'release ' || id || ' of ' || order_id || ' is ' || status
       FROM refunds_order_release
       WHERE status = 'processing' OR booked_at IS NULL AND status <> 'failed'
     UNION ALL
     SELECT 'change ' || id || ' of ' || order_id || ' ('
         || coalesce(change_type, 'no type') || ') is ' || status
       FROM order_change
       WHERE status IN ('pending', 'requested') AND deleted_at IS NULL
     UNION ALL
     SELECT 'event ' || id || ' (' || type || ') is ' || status
         || coalesce(': ' || reason, '')
       FROM refunds_stripe_event WHERE status IN ('received', 'processing')`
  )
  return rows.map(({ what }) => what)
}

async function hurry({ database }: Lab): Promise<void> {
  await database.query(
    `UPDATE refunds_order_edit SET updated_at = now() - interval '2 minutes'
     WHERE updated_at > now() - interval '1 minute'
       AND settlement_status IN ('planned', 'processing')`
  )
  await database.query(
    `UPDATE refunds_order_release SET updated_at = now() - interval '2 minutes'
     WHERE updated_at > now() - interval '1 minute'
       AND (status = 'processing' OR booked_at IS NULL)`
  )
  await database.query(
    `UPDATE refunds_order_refund SET updated_at = now() - interval '2 minutes'
     WHERE updated_at > now() - interval '1 minute'
       AND (status = 'processing' OR booked_at IS NULL)`
  )
  await database.query(
    `UPDATE refunds_stripe_event SET next_attempt_at = now()
     WHERE status = 'received' AND next_attempt_at > now()`
  )
}

/** So that nobody has to wait until the lease of a dead worker is over. */
export async function endLeases({ database, side }: Lab): Promise<void> {
  if (side === "ours") {
    await database.query(
      `UPDATE refunds_stripe_event SET next_attempt_at = now()
       WHERE status = 'processing'`
    )
  }
}
