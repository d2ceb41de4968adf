import { readFileSync } from "node:fs"
import { join } from "node:path"
import {
  FORMER_MIGRATIONS,
  FORMER_TABLES,
  FORMER_TRAILS,
} from "../../src/modules/refunds/schema/former-tables"
import { NOTE_WORDS_INDEX } from "../../src/modules/refunds/schema/note-words"
import { openEmptyDatabase, type EmptyDatabase } from "./support/empty-database"

type Row = Record<string, unknown>

const fixture = (name: string) =>
  readFileSync(join(__dirname, "fixtures", name), "utf8")
/** Rows of the version before, with every state that it knew. */
const FORMER_ROWS: Record<string, Row[]> = JSON.parse(
  fixture("former-rows.json")
)
/** Columns that later migrations added. */
const ADDED_SINCE: Record<string, Row> = {
  refunds_order_refund: { metadata: null },
  refunds_order_refund_line: { refund_reason_id: null, metadata: null },
}
const FORMER_NAMES = [...FORMER_TABLES, ...FORMER_TRAILS].map(
  ({ from }) => from
)

describe("the module's migrations", () => {
  let database: EmptyDatabase

  beforeEach(async () => {
    database = await openEmptyDatabase(`refunds-migrations-${process.pid}`)
  })
  afterEach(() => database.close())

  const tables = async () =>
    (
      await database.sql<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables
         WHERE table_schema = 'public' AND table_name NOT LIKE 'mikro_orm_%'
         ORDER BY 1`
      )
    ).map(({ name }) => name)

  const rowsOf = async (table: string) =>
    (
      await database.sql<{ row: Row }>(
        `SELECT to_jsonb(t) AS row FROM "${table}" t`
      )
    ).map(({ row }) => row)

  /** As the migrations of the version before left it. */
  async function makeFormerTables(migrations = FORMER_MIGRATIONS) {
    await database.sql(fixture("former-schema.sql"))
    await database.sql(
      `CREATE TABLE mikro_orm_migrations (id serial PRIMARY KEY, name varchar(255),
         executed_at timestamptz DEFAULT current_timestamp)`
    )
    for (const name of migrations) {
      await database.sql(
        "INSERT INTO mikro_orm_migrations (name) VALUES ($1)",
        [name]
      )
    }
  }

  async function fillFormerTables() {
    await database.sql("SET session_replication_role = replica")
    for (const [table, rows] of Object.entries(FORMER_ROWS)) {
      await database.sql(
        `INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`,
        [JSON.stringify(rows)]
      )
    }
    await database.sql("RESET session_replication_role")
  }

  it("make the tables that the models describe, and every name has the plugin's", async () => {
    await database.migrate()
    expect(await database.missingSql()).toBe("")
    const names = await tables()
    expect(names).toHaveLength(13)
    expect(names.filter((name) => !name.startsWith("refunds_"))).toEqual([])
  })

  it("index the words of notes, for which a model has no words", async () => {
    await database.migrate()
    const [index] = await database.sql<{ indexdef: string }>(
      "SELECT indexdef FROM pg_indexes WHERE indexname = $1",
      [NOTE_WORDS_INDEX]
    )
    expect(index?.indexdef).toContain("gin (to_tsvector")
  })

  it("go back to an empty database, and forward again", async () => {
    await database.migrate()
    await database.rollBack()
    expect(await tables()).toEqual([])
    await database.migrate()
    expect(await database.missingSql()).toBe("")
  })

  it("let nobody change the audit trail", async () => {
    await database.migrate()
    await database.sql(
      `INSERT INTO refunds_order_edit (id, order_id, status, settlement_status,
         request, preview, settlement, request_hash)
       VALUES ('oredit_1', 'order_1', 'edited', 'settled', '{}', '{}', '{}', 'hash')`
    )
    await database.sql(
      `INSERT INTO refunds_audit_entry (id, order_edit_id, actor, action)
       VALUES ('refaud_1', 'oredit_1', 'test', 'test')`
    )
    for (const change of [
      "UPDATE refunds_audit_entry SET actor = 'nobody'",
      "DELETE FROM refunds_audit_entry",
    ]) {
      await expect(database.sql(change)).rejects.toThrow("append-only")
    }
  })

  it("refuse an entry of the trail that is about nothing", async () => {
    await database.migrate()
    await expect(
      database.sql(
        "INSERT INTO refunds_audit_entry (id, actor, action) VALUES ('refaud_1', 'test', 'test')"
      )
    ).rejects.toThrow("refunds_audit_entry_subject_check")
  })

  it("refuse a status that there is none of", async () => {
    await database.migrate()
    await expect(
      database.sql(
        `INSERT INTO refunds_stripe_event (id, type, status, next_attempt_at)
         VALUES ('evt_1', 'refund.created', 'lost', now())`
      )
    ).rejects.toThrow("refunds_stripe_event_status_check")
  })

  it("take over all that the version before stored, in every state", async () => {
    await makeFormerTables()
    await fillFormerTables()
    await database.migrate()
    for (const { from, to, renamed = {} } of FORMER_TABLES) {
      const expected = FORMER_ROWS[from]?.map((row) => ({
        ...Object.fromEntries(
          Object.entries(row).map(([column, value]) => [
            renamed[column] ?? column,
            column === "settlement" ? settlementNow(row) : value,
          ])
        ),
        ...ADDED_SINCE[to],
      }))
      expect(await rowsOf(to)).toEqual(expect.arrayContaining(expected ?? []))
      expect(await rowsOf(to)).toHaveLength(expected?.length ?? -1)
    }
    expect(await database.missingSql()).toBe("")
    expect(
      (await tables()).filter((name) => FORMER_NAMES.includes(name))
    ).toEqual([])
  })

  it("keep the order of every former trail", async () => {
    await makeFormerTables()
    await fillFormerTables()
    await database.migrate()
    const trail = await database.sql<{ id: string; subject_id: string }>(
      `SELECT id, coalesce(order_refund_id, order_release_id) AS subject_id
       FROM refunds_audit_entry ORDER BY sequence`
    )
    for (const { from, subject_id } of FORMER_TRAILS) {
      const rows = [...(FORMER_ROWS[from] ?? [])].sort(
        (a, b) => Number(a.sequence) - Number(b.sequence)
      )
      expect(rows.length).toBeGreaterThan(10)
      for (const subject of new Set(rows.map((row) => row[subject_id]))) {
        expect(
          trail
            .filter((each) => each.subject_id === subject)
            .map(({ id }) => id)
        ).toEqual(
          rows.filter((row) => row[subject_id] === subject).map(({ id }) => id)
        )
      }
    }
  })

  it("go on counting refunds where the version before was", async () => {
    await makeFormerTables()
    await fillFormerTables()
    await database.migrate()
    const last = Math.max(
      ...(FORMER_ROWS.order_refund ?? []).map((row) => Number(row.display_id))
    )
    const [row] = await database.sql<{ display_id: number }>(
      `INSERT INTO refunds_order_refund (id, order_id, status, source,
         currency_code, amount, subtotal, discount_total, tax_total)
       VALUES ('orref_new', 'order_1', 'processing', 'admin', 'eur', '1', '1', '0', '0')
       RETURNING display_id`
    )
    expect(row?.display_id).toBe(last + 1)
  })

  it("number the first refund 1 where the version before had none", async () => {
    await makeFormerTables()
    await database.migrate()
    const [row] = await database.sql<{ next: string }>(
      "SELECT nextval(pg_get_serial_sequence('refunds_order_refund', 'display_id')) AS next"
    )
    expect(row?.next).toBe("1")
  })

  it("stop at a table of somebody else that has a name of ours, and change nothing", async () => {
    await database.sql("CREATE TABLE refunds_order_edit (id int)")
    await expect(database.migrate()).rejects.toThrow(
      "the database has refunds_order_edit already, and the plugin did not make it. Rename or drop this table"
    )
    expect(await tables()).toEqual(["refunds_order_edit"])
  })

  it("leave a table alone that another plugin, or Medusa v1, calls order_edit", async () => {
    await database.sql("CREATE TABLE order_edit (id text, internal_note text)")
    await database.sql("INSERT INTO order_edit VALUES ('oe_1', 'theirs')")
    await database.migrate()
    expect(await rowsOf("order_edit")).toEqual([
      { id: "oe_1", internal_note: "theirs" },
    ])
  })

  it("stop where a former table is not what the version before made", async () => {
    await makeFormerTables()
    await database.sql("DROP TABLE order_edit")
    await database.sql("CREATE TABLE order_edit (id text, internal_note text)")
    await expect(database.migrate()).rejects.toThrow(
      "its table order_edit is not the plugin's: it has internal_note, it has no order_id"
    )
    expect(
      (await tables()).filter((name) => name.startsWith("refunds_"))
    ).toEqual([])
  })

  it("stop where the version before was not installed whole", async () => {
    await makeFormerTables(FORMER_MIGRATIONS.slice(0, 3))
    await expect(database.migrate()).rejects.toThrow(
      "only 3 of that version's 9 migrations were run"
    )
  })
})

/** A settlement has another word for a refusal now, and says how far its charge is. */
function settlementNow({ id, settlement_status, settlement }: Row) {
  const { charge, ...rest } = settlement as Row
  const code = rest.code === "stripe_declined" ? "provider_declined" : rest.code
  const status =
    { settled: "succeeded", failed: "failed" }[String(settlement_status)] ??
    "unknown"
  return {
    ...rest,
    code,
    charge: charge && {
      ...charge,
      idempotency_key: `${String(id)}:confirm`,
      status,
    },
  }
}
