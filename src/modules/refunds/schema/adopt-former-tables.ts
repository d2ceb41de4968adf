import { MedusaError } from "@medusajs/framework/utils"
import { existingTables, type Execute } from "./foreign-tables"
import {
  FORMER_MIGRATIONS,
  FORMER_TABLES,
  FORMER_TRAILS,
  type FormerTable,
} from "./former-tables"

/**
 * Moves the rows of version 0.1.0, whose tables had no name of the
 * plugin's, into the tables of today. A store that never had it is left alone: a
 * table named `order_edit` there is somebody else's.
 *
 * @throws not_allowed where a table is not what that version made
 */
export async function adoptFormerTables(execute: Execute): Promise<void> {
  const run = await formerMigrations(execute)
  if (!run.length) {
    return
  }
  const names = [...FORMER_TABLES, ...FORMER_TRAILS].map(({ from }) => from)
  const found = await existingTables(execute, names)
  const missing = names.filter((name) => !found.includes(name))
  if (run.length < FORMER_MIGRATIONS.length || missing.length) {
    throw stopped(
      missing.length
        ? `it has no table ${missing.join(", ")}`
        : `only ${run.length} of that version's ${FORMER_MIGRATIONS.length} migrations were run`
    )
  }
  for (const table of FORMER_TABLES) {
    await moveRows(execute, table)
  }
  for (const trail of FORMER_TRAILS) {
    await moveTrail(execute, trail)
  }
  for (const name of [...names].reverse()) {
    await execute(`drop table "${name}" cascade`)
    await execute(`drop function if exists ${name}_is_append_only()`)
  }
  await execute(
    `delete from mikro_orm_migrations where name in (${list(FORMER_MIGRATIONS)})`
  )
}

async function formerMigrations(execute: Execute): Promise<unknown[]> {
  const [noted] = await existingTables(execute, ["mikro_orm_migrations"])
  return noted
    ? execute(
        `select name from mikro_orm_migrations where name in (${list(FORMER_MIGRATIONS)})`
      )
    : []
}

async function moveRows(
  execute: Execute,
  { from, to, renamed = {}, computed = {}, sequence }: FormerTable
): Promise<void> {
  const columns = await columnsOf(execute, from)
  const known = await columnsOf(execute, to)
  const target = (column: string) => renamed[column] ?? column
  const foreign = columns.filter((column) => !known.includes(target(column)))
  const lacking = known.filter(
    (column) => !columns.map(target).includes(column)
  )
  if (foreign.length || lacking.length) {
    throw stopped(
      `its table ${from} is not the plugin's: ${[
        ...foreign.map((column) => `it has ${column}`),
        ...lacking.map((column) => `it has no ${column}`),
      ].join(", ")}`
    )
  }
  await execute(
    `insert into "${to}" (${quoted(columns.map(target))})
     select ${columns.map((column) => computed[column] ?? `"${column}"`).join(", ")}
     from "${from}"`
  )
  if (sequence) {
    await execute(
      `select setval(pg_get_serial_sequence('${to}', '${sequence}'),
         greatest((select coalesce(max("${sequence}"), 0) from "${to}"), 1),
         (select count(*) > 0 from "${to}"))`
    )
  }
}

/** A trail keeps its order: the new numbers follow the former ones. */
const moveTrail = (
  execute: Execute,
  { from, subject_id, request_id }: (typeof FORMER_TRAILS)[number]
): Promise<unknown> =>
  execute(
    `insert into refunds_audit_entry (id, ${subject_id}, request_id,
       actor, action, from_status, to_status, stripe_request_id, details,
       created_at, updated_at, deleted_at)
     select id, ${subject_id}, ${request_id}, actor, action,
       from_status, to_status, stripe_request_id, details, created_at,
       updated_at, deleted_at
     from "${from}" order by sequence`
  )

async function columnsOf(execute: Execute, table: string): Promise<string[]> {
  const rows = await execute(
    `select column_name from information_schema.columns
     where table_schema = current_schema() and table_name = '${table}'
     order by ordinal_position`
  )
  return rows.map(({ column_name }) => String(column_name))
}

const list = (names: string[]) => names.map((name) => `'${name}'`).join(", ")
const quoted = (names: string[]) => names.map((name) => `"${name}"`).join(", ")

const stopped = (reason: string) =>
  new MedusaError(
    MedusaError.Types.NOT_ALLOWED,
    `medusa-plugin-refunds: this database had version 0.1.0 of the plugin, but ${reason}. Nothing was changed. Restore the tables of that version, or remove its rows from mikro_orm_migrations to start without them; then run \`npx medusa db:migrate\` again.`
  )
