import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261126085125 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "order_refund_guard" add column if not exists "held" jsonb null;`
    )

    this.addSql(
      `alter table if exists "refund_reconciliation" add column if not exists "unmatched" integer not null default 0, add column if not exists "unmatched_refunds" jsonb null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "order_refund_guard" drop column if exists "held";`
    )

    this.addSql(
      `alter table if exists "refund_reconciliation" drop column if exists "unmatched", drop column if exists "unmatched_refunds";`
    )
  }
}
