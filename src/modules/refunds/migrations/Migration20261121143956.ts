import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121143956 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "order_edit" drop constraint if exists "order_edit_idempotency_key_unique";`
    )
    this.addSql(
      `create table if not exists "order_edit" ("id" text not null, "order_id" text not null, "status" text not null, "settlement_status" text not null, "request" jsonb not null, "preview" jsonb not null, "settlement" jsonb not null, "note" text null, "created_by" text null, "idempotency_key" text null, "request_hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_edit_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_edit_deleted_at" ON "order_edit" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_edit_order_id" ON "order_edit" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_edit_settlement_status" ON "order_edit" ("settlement_status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_edit_idempotency_key_unique" ON "order_edit" ("idempotency_key") WHERE idempotency_key IS NOT NULL AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "order_edit" cascade;`)
  }
}
