import type { RefundsDatabase } from "../database"

/** One part of the plugin's records. */
export abstract class RecordsPart {
  protected readonly rows: RefundsDatabase["rows"]
  protected readonly transaction: RefundsDatabase["transaction"]

  constructor({ rows, transaction }: RefundsDatabase) {
    this.rows = rows
    this.transaction = transaction
  }
}
