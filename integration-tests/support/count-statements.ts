import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

export type StatementCount = {
  statements: number
  rows: number
}

/** A statement as it is sent. */
export type Statement = { sql: string; values: unknown[] }

/** Of `storeIsQuiet`, which asks how a store is. */
const LOOK = "/* a look"

type Sent = { sql: string; bindings?: unknown[] }
type Answer = Sent & { response?: { rows?: unknown[] } }

/**
 * What something costs the database: statements, those that open and end a
 * transaction included, and rows that are read.
 *
 * @param log gets each statement as it is sent
 */
export async function countStatements(
  container: MedusaContainer,
  act: () => Promise<unknown>,
  log?: (statement: Statement) => void
): Promise<StatementCount> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const count = { statements: 0, rows: 0 }
  const onStatement = ({ sql, bindings }: Sent) => {
    if (!sql.startsWith(LOOK)) {
      count.statements++
      log?.({ sql, values: bindings ?? [] })
    }
  }
  const onAnswer = (_: unknown, { sql, response }: Answer) => {
    count.rows += sql.startsWith(LOOK) ? 0 : (response?.rows?.length ?? 0)
  }
  database.on("query", onStatement)
  database.on("query-response", onAnswer)
  try {
    await act()
  } finally {
    database.removeListener("query", onStatement)
    database.removeListener("query-response", onAnswer)
  }
  return count
}
