import { setTimeout as wait } from "node:timers/promises"
import type { TestDatabase } from "../support/test-database"
import { FROZEN_WRITES, type FrozenMoment, type FrozenWrite } from "./moments"

/** Two-part advisory locks: this, and the number of the frozen order. */
const LOCK_CLASS = 471_100

const SETUP = `
CREATE TABLE IF NOT EXISTS fault_frozen (id text, moment text, lock int);
CREATE OR REPLACE FUNCTION fault_freeze() RETURNS trigger AS $$
DECLARE
  changed jsonb := to_jsonb(COALESCE(NEW, OLD));
  number int;
BEGIN
  SELECT lock INTO number FROM fault_frozen
  WHERE moment = TG_ARGV[0] AND id IN (changed->>'id', changed->>'order_id',
    changed->>'payment_id', changed->>'payment_intent',
    changed->>'line_item_id') LIMIT 1;
  IF number IS NOT NULL THEN
    PERFORM pg_advisory_xact_lock_shared(${LOCK_CLASS}, number);
  END IF;
  RETURN COALESCE(NEW, OLD);
END $$ LANGUAGE plpgsql`

const WAITING = `FROM pg_locks WHERE locktype = 'advisory' AND NOT granted
  AND classid = ${LOCK_CLASS}
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`

/**
 * Stops a store at exact moments without touching its code: triggers on the
 * tables that it writes wait for locks that the test holds.
 */
export class Freezer {
  private moments = new Set<FrozenMoment>()

  constructor(private readonly database: TestDatabase) {}

  /** From now on, whoever comes to this moment with one of these ids waits. */
  async freeze(
    lock: number,
    moment: FrozenMoment,
    ids: string[]
  ): Promise<void> {
    await this.database.query(SETUP)
    await this.database.query(`SELECT pg_advisory_lock(${LOCK_CLASS}, $1)`, [
      lock,
    ])
    for (const id of ids) {
      await this.database.query(
        "INSERT INTO fault_frozen (id, moment, lock) VALUES ($1, $2, $3)",
        [id, moment, lock]
      )
    }
    if (!this.moments.has(moment)) {
      this.moments.add(moment)
      await this.database.query(trigger(moment, FROZEN_WRITES[moment]))
    }
  }

  async isFrozen(lock: number): Promise<boolean> {
    const rows = await this.database.query(
      `SELECT 1 ${WAITING} AND objid = $1`,
      [lock]
    )
    return rows.length > 0
  }

  /**
   * Undoes everything. The connections of the dead store wait still, and would
   * write what they were about to: they end first.
   */
  async thaw(): Promise<void> {
    await this.database.query(`SELECT pg_terminate_backend(pid) ${WAITING}`)
    while ((await this.database.query(`SELECT 1 ${WAITING}`)).length) {
      await wait(20)
    }
    for (const moment of this.moments) {
      const { table } = FROZEN_WRITES[moment]
      await this.database.query(`DROP TRIGGER "${moment}" ON "${table}"`)
    }
    this.moments.clear()
    await this.database.query("DELETE FROM fault_frozen")
    await this.database.query("SELECT pg_advisory_unlock_all()")
  }
}

const trigger = (
  moment: FrozenMoment,
  { table, operation, condition }: FrozenWrite
): string => {
  const name = moment.replaceAll("'", "''")
  const when = condition ? `WHEN (${condition})` : ""
  return `CREATE TRIGGER "${moment}" BEFORE ${operation} ON "${table}"
    FOR EACH ROW ${when} EXECUTE FUNCTION fault_freeze('${name}')`
}
