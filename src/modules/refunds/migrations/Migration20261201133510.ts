import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/** Reasons of lines, and what callers want kept with refunds and lines. */
export class Migration20261201133510 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "refunds_order_refund" add column if not exists "metadata" jsonb null;`
    )

    this.addSql(
      `alter table if exists "refunds_order_refund_line" add column if not exists "refund_reason_id" text null, add column if not exists "metadata" jsonb null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "refunds_order_refund" drop column if exists "metadata";`
    )

    this.addSql(
      `alter table if exists "refunds_order_refund_line" drop column if exists "refund_reason_id", drop column if exists "metadata";`
    )
  }
}
