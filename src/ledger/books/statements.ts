/** What the ledger needs of a database connection, or of a transaction in it. */
export type Statements = {
  raw<Row>(
    sql: string,
    values: Record<string, unknown>
  ): PromiseLike<{ rows: Row[] }>
}

/** The store's pool of connections. */
export type Database = Statements & {
  transaction<Result>(
    work: (transaction: Statements) => Promise<Result>
  ): Promise<Result>
}
