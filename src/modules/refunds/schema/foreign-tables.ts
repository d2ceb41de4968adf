import { MedusaError } from "@medusajs/framework/utils"

/** Runs SQL inside the migration's transaction. */
export type Execute = (sql: string) => Promise<Record<string, unknown>[]>

/** Which of these tables the database has. */
export async function existingTables(
  execute: Execute,
  names: string[]
): Promise<string[]> {
  const list = names.map((name) => `'${name}'`).join(", ")
  const rows = await execute(
    `select table_name from information_schema.tables
     where table_schema = current_schema() and table_name in (${list})
     order by table_name`
  )
  return rows.map(({ table_name }) => String(table_name))
}

/**
 * Stops where a table of somebody else bears a name that the plugin needs: it
 * would be filled with refunds, and their own software would find them.
 *
 * @throws not_allowed with what to do
 */
export async function assertNoForeignTable(
  execute: Execute,
  names: string[]
): Promise<void> {
  const found = await existingTables(execute, names)
  if (found.length) {
    throw new MedusaError(
      MedusaError.Types.NOT_ALLOWED,
      `medusa-plugin-refunds: the database has ${found.join(", ")} already, and the plugin did not make ${found.length > 1 ? "them" : "it"}. Rename or drop ${found.length > 1 ? "these tables" : "this table"}, then run \`npx medusa db:migrate\` again. Nothing was changed.`
    )
  }
}
