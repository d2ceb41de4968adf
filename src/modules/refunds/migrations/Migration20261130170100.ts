import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { adoptFormerTables } from "../schema/adopt-former-tables"

/** Takes over what version 0.1.0 stored under other names. */
export class Migration20261130170100 extends Migration {
  override async up(): Promise<void> {
    await adoptFormerTables((sql) => this.execute(sql))
  }

  /** The former tables are gone; the next migration back drops today's. */
  override async down(): Promise<void> {}
}
