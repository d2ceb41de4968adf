import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { assertNoForeignTable } from "../../refunds/schema/foreign-tables"
import { appendOnly, mutable } from "../../refunds/schema/append-only"

const TABLES = [
  "refunds_request",
  "refunds_request_event",
  "refunds_request_line",
  "refunds_request_photo",
  "refunds_request_order",
]

/** Every table of customers' requests. */
export class Migration20261201132240 extends Migration {
  override async up(): Promise<void> {
    await assertNoForeignTable((sql) => this.execute(sql), TABLES)
    this.addSql(
      `create table "refunds_request" ("id" text not null, "display_id" serial, "kind" text check ("kind" in ('refund', 'withdrawal')) not null, "status" text check ("status" in ('submitted', 'needs_info', 'approved', 'declined', 'invalid', 'canceled', 'done')) not null, "order_id" text null, "order_number" text not null, "customer_id" text null, "email" text not null, "name" text null, "locale" text null, "resolution" text not null, "message" text null, "question" text null, "decision_note" text null, "decided_by" text null, "decided_at" timestamptz null, "approval" jsonb null, "order_refund_id" text null, "policy_version" text null, "policy_snapshot" jsonb null, "received_at" timestamptz not null, "due_at" timestamptz null, "waits_for_goods" boolean not null default false, "receipt" text null, "receipt_data" jsonb null, "receipt_sha256" text null, "idempotency_key" text null, "request_hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_request_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_deleted_at" ON "refunds_request" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_order_id_created_at" ON "refunds_request" ("order_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_customer_id_created_at" ON "refunds_request" ("customer_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_status_created_at" ON "refunds_request" ("status", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_display_id" ON "refunds_request" ("display_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_due" ON "refunds_request" ("due_at") WHERE status IN ('submitted', 'needs_info', 'approved') AND due_at IS NOT NULL AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_unfinished" ON "refunds_request" ("updated_at") WHERE status = 'approved' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_order_refund_id" ON "refunds_request" ("order_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_request_idempotency_key_unique" ON "refunds_request" ("idempotency_key") WHERE idempotency_key IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_request_event" ("id" text not null, "sequence" serial, "actor" text not null, "action" text not null, "from_status" text null, "to_status" text null, "details" jsonb null, "refund_request_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_request_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_event_refund_request_id" ON "refunds_request_event" ("refund_request_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_event_deleted_at" ON "refunds_request_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_request_line" ("id" text not null, "position" integer not null, "item_id" text not null, "title" text not null, "quantity" integer not null, "refund_reason_id" text null, "refund_request_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_request_line_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_line_refund_request_id" ON "refunds_request_line" ("refund_request_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_line_deleted_at" ON "refunds_request_line" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_request_photo" ("id" text not null, "position" integer not null, "file_id" text not null, "mime_type" text not null, "size" integer not null, "refund_request_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_request_photo_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_photo_refund_request_id" ON "refunds_request_photo" ("refund_request_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_photo_deleted_at" ON "refunds_request_photo" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_request_order" ("order_id" text not null, "link_version" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_request_order_pkey" primary key ("order_id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_request_order_deleted_at" ON "refunds_request_order" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "refunds_request_event" add constraint "refunds_request_event_refund_request_id_foreign" foreign key ("refund_request_id") references "refunds_request" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "refunds_request_line" add constraint "refunds_request_line_refund_request_id_foreign" foreign key ("refund_request_id") references "refunds_request" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "refunds_request_photo" add constraint "refunds_request_photo_refund_request_id_foreign" foreign key ("refund_request_id") references "refunds_request" ("id") on update cascade;`
    )
    appendOnly("refunds_request_event").forEach((sql) => this.addSql(sql))
  }

  override async down(): Promise<void> {
    mutable("refunds_request_event").forEach((sql) => this.addSql(sql))
    for (const table of TABLES) {
      this.addSql(`drop table if exists "${table}" cascade;`)
    }
  }
}
