import type { TestDatabase } from "../support/test-database"

/** The same database, whose one connection takes one query after the other. */
export function oneAtATime(database: TestDatabase): TestDatabase {
  let last: Promise<unknown> = Promise.resolve()
  return {
    ...database,
    query<Row>(sql: string, values?: unknown[]) {
      const next = last.then(() => database.query<Row>(sql, values))
      last = next.catch(() => undefined)
      return next
    },
  }
}
