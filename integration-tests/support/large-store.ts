import { Client } from "pg"
import { databaseUrl, testServer } from "../postgres/connection"
import { dropDatabase } from "../postgres/databases"
import { createMigratedDatabase } from "../postgres/migrated-database"
import { largeStoreRows } from "./large-store-rows"

/** A database of a store that has refunded for more than a year. */
export type LargeStore = {
  /** How PostgreSQL carries a statement out. What it writes is taken back. */
  explain: (sql: string, values: unknown[]) => Promise<Plan>
  /** The ids of some of its orders. */
  someOrders: (count: number) => Promise<string[]>
  /** Tables with so many rows that nobody should read all of them. */
  isLarge: (table: string) => boolean
  close: () => Promise<void>
}

/** A step of a plan, as PostgreSQL tells it. */
export type Plan = {
  "Node Type": string
  "Relation Name"?: string
  "Index Name"?: string
  "Actual Rows": number
  "Actual Loops": number
  "Actual Total Time": number
  "Rows Removed by Filter"?: number
  "Rows Removed by Index Recheck"?: number
  Plans?: Plan[]
}

/**
 * Makes a store with so many refunds, only to ask PostgreSQL how it would read
 * it: the rows are no more than what statements look for.
 */
export async function openLargeStore(
  name: string,
  refunds: number
): Promise<LargeStore> {
  const server = testServer()
  await dropDatabase(server, name)
  await createMigratedDatabase(server, name)
  const client = new Client(databaseUrl(server, name))
  await client.connect()
  // Foreign keys would mind what is not there.
  await client.query("SET session_replication_role = replica")
  for (const statement of largeStoreRows(refunds)) {
    await client.query(statement)
  }
  await client.query("VACUUM ANALYZE")
  const { rows: large } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class
     WHERE relkind = 'r' AND reltuples >= $1`,
    [refunds / 2]
  )
  const names = new Set(large.map((table) => table.name))
  return {
    explain: async (sql, values) => {
      await client.query("BEGIN")
      try {
        const { rows } = await client.query<{
          "QUERY PLAN": [{ Plan: Plan }]
        }>(`EXPLAIN (ANALYZE, FORMAT JSON) ${sql}`, values)
        const [found] = rows
        if (!found) {
          throw new Error(`PostgreSQL has no plan for ${sql}`)
        }
        return found["QUERY PLAN"][0].Plan
      } finally {
        await client.query("ROLLBACK")
      }
    },
    someOrders: async (count) => {
      const { rows } = await client.query<{ id: string }>(
        `SELECT id FROM "order" ORDER BY id LIMIT $1`,
        [count]
      )
      return rows.map(({ id }) => id)
    },
    isLarge: (table) => names.has(table),
    close: async () => {
      await client.end()
      await dropDatabase(server, name)
    },
  }
}
