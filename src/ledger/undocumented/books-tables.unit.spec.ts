import { unknownBooksColumns } from "./books-tables"

type Row = { table: string; column: string; is_required: boolean }

/** A database with these columns. */
const having = (rows: Row[]) => ({
  raw: async <Answer>() => ({ rows: rows as Answer[] }),
})
const optional = (table: string, column: string): Row => ({
  table,
  column,
  is_required: false,
})

/** What it misses of an empty database is all that it knows. */
const known = async (): Promise<Row[]> =>
  (await unknownBooksColumns(having([]))).map((missing) => {
    const [table = "", column = ""] = missing
      .replace(" is missing", "")
      .split(".")
    return optional(table, column)
  })

describe("Medusa's tables that books are written to", () => {
  it("are known where every column is there", async () => {
    expect(await unknownBooksColumns(having(await known()))).toEqual([])
  })

  it("are not where a column is gone", async () => {
    const rows = (await known()).filter(
      ({ table, column }) => table !== "refund" || column !== "note"
    )
    expect(await unknownBooksColumns(having(rows))).toEqual([
      "refund.note is missing",
    ])
  })

  it("are known where Medusa adds a column that does without us", async () => {
    const rows = [...(await known()), optional("refund", "channel")]
    expect(await unknownBooksColumns(having(rows))).toEqual([])
  })

  it("are not where a new column wants a value", async () => {
    const tenant = { column: "tenant_id", is_required: true }
    const rows = [
      ...(await known()),
      { table: "order_transaction", ...tenant },
      // Nobody adds rows to this one.
      { table: "order_summary", ...tenant },
    ]
    expect(await unknownBooksColumns(having(rows))).toEqual([
      "order_transaction.tenant_id wants a value",
    ])
  })
})
