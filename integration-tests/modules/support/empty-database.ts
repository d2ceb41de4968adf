import {
  defineConfig,
  MikroORM,
} from "@medusajs/framework/mikro-orm/postgresql"
import { Migrator } from "@medusajs/framework/mikro-orm/migrations"
import { toMikroOrmEntities } from "@medusajs/framework/utils"
import { Client } from "pg"
import * as models from "../../../src/modules/refunds/models"
import { Migration20261130170043 } from "../../../src/modules/refunds/migrations/Migration20261130170043"
import { Migration20261130170100 } from "../../../src/modules/refunds/migrations/Migration20261130170100"
import { Migration20261201133510 } from "../../../src/modules/refunds/migrations/Migration20261201133510"
import { NOTE_WORDS_INDEX } from "../../../src/modules/refunds/schema/note-words"
import { databaseUrl, testServer } from "../../postgres/connection"
import { dropDatabase, ensureDatabase } from "../../postgres/databases"

/** What a module brings to a database. */
type TablesOf = {
  models: Parameters<typeof toMikroOrmEntities>[0]
  migrations: (typeof Migration20261130170043)[]
}

const REFUNDS: TablesOf = {
  models: Object.values(models),
  migrations: [
    Migration20261130170043,
    Migration20261130170100,
    Migration20261201133510,
  ],
}

/** A database with nothing in it, and the module's migrations for it. */
export type EmptyDatabase = {
  sql: <Row = Record<string, unknown>>(
    text: string,
    values?: unknown[]
  ) => Promise<Row[]>
  migrate: () => Promise<void>
  rollBack: () => Promise<void>
  /** What would have to change for the tables to be as the models say. */
  missingSql: () => Promise<string>
  close: () => Promise<void>
}

export async function openEmptyDatabase(
  name: string,
  module = REFUNDS
): Promise<EmptyDatabase> {
  const server = testServer()
  await dropDatabase(server, name)
  await ensureDatabase(server, name)
  const url = databaseUrl(server, name)
  const client = new Client(url)
  await client.connect()
  const orm = await MikroORM.init(
    defineConfig({
      clientUrl: url,
      entities: toMikroOrmEntities(module.models),
      extensions: [Migrator],
      migrations: {
        migrationsList: module.migrations.map((each) => ({
          name: each.name,
          class: each,
        })),
        silent: true,
        snapshot: false,
        disableForeignKeys: false,
      },
      schemaGenerator: { disableForeignKeys: false },
    })
  )
  return {
    sql: async (text, values) => (await client.query(text, values)).rows,
    migrate: async () => {
      await orm.getMigrator().up()
    },
    rollBack: async () => {
      await orm.getMigrator().down({ to: 0 })
    },
    missingSql: async () => {
      const sql = await orm
        .getSchemaGenerator()
        .getUpdateSchemaSQL({ dropTables: false, wrap: false })
      // A model has no word for an index of an expression.
      return sql.replace(`drop index "${NOTE_WORDS_INDEX}";`, "").trim()
    },
    close: async () => {
      await client.end()
      await orm.close(true)
      await dropDatabase(server, name)
    },
  }
}
