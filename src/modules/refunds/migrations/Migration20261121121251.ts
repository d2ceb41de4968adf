import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121121251 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "order_refund_guard" add column if not exists "books_owner" text null, add column if not exists "books_until" timestamptz null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "order_refund_guard" drop column if exists "books_owner", drop column if exists "books_until";`
    )
  }
}
