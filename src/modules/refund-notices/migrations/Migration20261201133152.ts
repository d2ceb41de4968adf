import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { assertNoForeignTable } from "../../refunds/schema/foreign-tables"

/** The table of what customers are told. */
export class Migration20261201133152 extends Migration {
  override async up(): Promise<void> {
    await assertNoForeignTable((sql) => this.execute(sql), ["refunds_notice"])
    this.addSql(
      `create table "refunds_notice" ("id" text not null, "key" text not null, "template" text not null, "channel" text not null default 'email', "order_id" text not null, "order_refund_id" text null, "order_edit_id" text null, "refund_request_id" text null, "locale" text null, "data" jsonb null, "about" jsonb null, "state" text check ("state" in ('waiting', 'sending', 'sent', 'failed', 'skipped')) not null default 'waiting', "attempts" integer not null default 0, "next_at" timestamptz not null, "sent_at" timestamptz null, "notification_id" text null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_notice_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_notice_deleted_at" ON "refunds_notice" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_notice_key_unique" ON "refunds_notice" ("key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_notice_order_id" ON "refunds_notice" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_notice_order_refund_id" ON "refunds_notice" ("order_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_notice_due" ON "refunds_notice" ("next_at") WHERE state IN ('waiting', 'sending') AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_notice_failed" ON "refunds_notice" ("id") WHERE state = 'failed' AND deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "refunds_notice" cascade;`)
  }
}
