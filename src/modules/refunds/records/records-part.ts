import type { RefundsDatabase } from "../database"

/** One part of the plugin's records. */
export abstract class RecordsPart {
  protected readonly rows: RefundsDatabase["rows"]
  protected readonly query: RefundsDatabase["query"]
  protected readonly transaction: RefundsDatabase["transaction"]

  constructor({ rows, query, transaction }: RefundsDatabase) {
    this.rows = rows
    this.query = query
    this.transaction = transaction
  }
}
