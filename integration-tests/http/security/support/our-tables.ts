import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import * as notices from "../../../../src/modules/refund-notices/models"
import * as refunds from "../../../../src/modules/refunds/models"

const TABLES = [...Object.values(refunds), ...Object.values(notices)].map(
  (model) => model.parse().tableName.replaceAll('"', "")
)

type Rows = Record<string, Record<string, unknown>[]>

/** Every row of every table of the plugin. */
export async function ourRows(container: MedusaContainer): Promise<Rows> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const rows: Rows = {}
  for (const table of TABLES) {
    rows[table] = await database(table).select("*")
  }
  return rows
}
