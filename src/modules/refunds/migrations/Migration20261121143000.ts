import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121143000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "order_refund_guard" add column if not exists "settled_version" integer not null default 0;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "order_refund_guard" drop column if exists "settled_version";`
    )
  }
}
