import * as models from "../../src/modules/refund-notices/models"
import { Migration20261201133152 } from "../../src/modules/refund-notices/migrations/Migration20261201133152"
import { openEmptyDatabase, type EmptyDatabase } from "./support/empty-database"

describe("the migrations of the notices", () => {
  let database: EmptyDatabase

  beforeEach(async () => {
    database = await openEmptyDatabase(`refund-notices-${process.pid}`, {
      models: Object.values(models),
      migrations: [Migration20261201133152],
    })
  })
  afterEach(() => database.close())

  it("make the table that the model describes", async () => {
    await database.migrate()
    expect(await database.missingSql()).toBe("")
  })

  it("go back, and forward again", async () => {
    await database.migrate()
    await database.rollBack()
    await database.migrate()
    expect(await database.missingSql()).toBe("")
  })

  it("refuse a second notice of one entry of a trail", async () => {
    await database.migrate()
    const insert = (id: string) =>
      database.sql(
        `INSERT INTO refunds_notice (id, key, template, order_id, next_at)
         VALUES ($1, 'refaud_1', 'refund.failed', 'order_1', now())`,
        [id]
      )
    await insert("refnot_1")
    await expect(insert("refnot_2")).rejects.toThrow("duplicate key")
  })

  it("stop where a table of somebody else is in the way", async () => {
    await database.sql("CREATE TABLE refunds_notice (id int)")
    await expect(database.migrate()).rejects.toThrow(
      "the database has refunds_notice already"
    )
  })
})
