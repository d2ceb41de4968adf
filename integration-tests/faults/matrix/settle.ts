import { setTimeout as wait } from "node:timers/promises"
import type { Lab } from "./lab"

/** A job runs each minute; a call that fails three times takes as many of them. */
const LIMIT_MS = 10 * 60_000
const EVERY_MS = 2000

/**
 * Waits until nothing is left to do. The jobs do it; only what they would wait
 * for (a grace of a minute, pauses between attempts) is put forward.
 *
 * @returns false when something is left after all that time: the verdict tells
 */
export async function settle(lab: Lab): Promise<boolean> {
  const end = Date.now() + LIMIT_MS
  while (Date.now() < end) {
    const left = lab.side === "native" ? 0 : await leftToDo(lab)
    if (left === 0) {
      return true
    }
    await hurry(lab)
    await wait(EVERY_MS)
  }
  return false
}

async function leftToDo({ database }: Lab): Promise<number> {
  const [row] = await database.query<{ left: string }>(
    `SELECT (SELECT count(*) FROM order_refund WHERE deleted_at IS NULL
         AND (status = 'processing' OR booked_at IS NULL))
       + (SELECT count(*) FROM order_edit
         WHERE settlement_status IN ('planned', 'processing'))
       + (SELECT count(*) FROM order_release
         WHERE status = 'processing' OR booked_at IS NULL AND status <> 'failed')
       + (SELECT count(*) FROM order_change
         WHERE status IN ('pending', 'requested') AND deleted_at IS NULL)
       + (SELECT count(*) FROM stripe_event
         WHERE status IN ('received', 'processing')) AS left`
  )
  return Number(row?.left)
}

async function hurry({ database }: Lab): Promise<void> {
  await database.query(
    `UPDATE order_edit SET updated_at = now() - interval '2 minutes'
     WHERE updated_at > now() - interval '1 minute'
       AND settlement_status IN ('planned', 'processing')`
  )
  await database.query(
    `UPDATE order_release SET updated_at = now() - interval '2 minutes'
     WHERE updated_at > now() - interval '1 minute'
       AND (status = 'processing' OR booked_at IS NULL)`
  )
  await database.query(
    `UPDATE order_refund SET updated_at = now() - interval '2 minutes'
     WHERE updated_at > now() - interval '1 minute'
       AND (status = 'processing' OR booked_at IS NULL)`
  )
  await database.query(
    `UPDATE stripe_event SET next_attempt_at = now()
     WHERE status = 'received' AND next_attempt_at > now()`
  )
}

/** So that nobody has to wait until the lease of a dead worker is over. */
export async function endLeases({ database, side }: Lab): Promise<void> {
  if (side === "ours") {
    await database.query(
      `UPDATE stripe_event SET next_attempt_at = now()
       WHERE status = 'processing'`
    )
  }
}
