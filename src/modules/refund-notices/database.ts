import type { SqlValue } from "../refunds/database"

/** What runs a statement: Medusa's pool of connections, or a transaction of it. */
export type Statements = {
  raw(
    sql: string,
    values: SqlValue[]
  ): PromiseLike<{ rows: Record<string, unknown>[] }>
}

/** What is needed of Medusa's database connection. */
export type NoticesDatabase = Statements & {
  transaction<Result>(
    work: (transaction: Statements) => Promise<Result>
  ): Promise<Result>
}
