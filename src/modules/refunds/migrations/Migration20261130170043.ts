import { Migration } from "@medusajs/framework/mikro-orm/migrations"
import { appendOnly, mutable } from "../schema/append-only"
import { assertNoForeignTable } from "../schema/foreign-tables"
import { NOTE_WORDS } from "../schema/note-words"

const TABLES = [
  "refunds_order_refund",
  "refunds_order_refund_line",
  "refunds_order_edit",
  "refunds_order_guard",
  "refunds_order_release",
  "refunds_audit_entry",
  "refunds_order_release_payment",
  "refunds_payment_dispute",
  "refunds_reconciliation",
  "refunds_reconciliation_entry",
  "refunds_stripe_event",
  "refunds_stripe_payment",
  "refunds_transaction",
]

/** Every table of the plugin. */
export class Migration20261130170043 extends Migration {
  override async up(): Promise<void> {
    await assertNoForeignTable((sql) => this.execute(sql), TABLES)
    this.addSql(
      `create table "refunds_order_refund" ("id" text not null, "display_id" serial, "order_id" text not null, "order_display_id" integer null, "status" text check ("status" in ('processing', 'requires_action', 'pending', 'failed', 'partially_failed', 'succeeded', 'withdrawn', 'canceled')) not null, "source" text check ("source" in ('admin', 'customer', 'order_edit', 'medusa', 'stripe')) not null, "currency_code" text not null, "amount" text not null, "subtotal" text not null, "discount_total" text not null, "tax_total" text not null, "refund_reason_id" text null, "note" text null, "customer_note" text null, "notify_customer" boolean not null default false, "created_by" text null, "plan_hash" text null, "idempotency_key" text null, "request_hash" text null, "native_credit" text not null default '0', "cancel_requested_at" timestamptz null, "revoked_at" timestamptz null, "booked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_order_refund_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_deleted_at" ON "refunds_order_refund" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_order_id" ON "refunds_order_refund" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_order_display_id" ON "refunds_order_refund" ("order_display_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_display_id" ON "refunds_order_refund" ("display_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_created_at" ON "refunds_order_refund" ("created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_status_created_at" ON "refunds_order_refund" ("status", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_source_created_at" ON "refunds_order_refund" ("source", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_refund_reason_id_created_at" ON "refunds_order_refund" ("refund_reason_id", "created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_unfinished" ON "refunds_order_refund" ("updated_at") WHERE (status = 'processing' OR booked_at IS NULL) AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_order_refund_idempotency_key_unique" ON "refunds_order_refund" ("idempotency_key") WHERE idempotency_key IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_order_refund_line" ("id" text not null, "position" integer not null, "kind" text check ("kind" in ('item', 'shipping', 'adjustment', 'outstanding', 'unallocated')) not null, "item_id" text null, "shipping_method_id" text null, "title" text not null, "quantity" integer not null, "unit_amount" text not null, "subtotal" text not null, "discount_total" text not null, "tax_total" text not null, "tax_lines" jsonb not null, "amount" text not null, "restock" text check ("restock" in ('none', 'cancel', 'return')) not null, "order_refund_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_order_refund_line_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_line_order_refund_id" ON "refunds_order_refund_line" ("order_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_line_deleted_at" ON "refunds_order_refund_line" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_refund_line_item_id" ON "refunds_order_refund_line" ("item_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_order_edit" ("id" text not null, "order_id" text not null, "status" text check ("status" in ('editing', 'edited')) not null, "settlement_status" text check ("settlement_status" in ('planned', 'settled', 'processing', 'waiting', 'failed', 'owing')) not null, "request" jsonb not null, "preview" jsonb not null, "settlement" jsonb not null, "note" text null, "created_by" text null, "idempotency_key" text null, "request_hash" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_order_edit_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_edit_deleted_at" ON "refunds_order_edit" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_edit_order_id" ON "refunds_order_edit" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_edit_settlement_status" ON "refunds_order_edit" ("settlement_status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_order_edit_idempotency_key_unique" ON "refunds_order_edit" ("idempotency_key") WHERE idempotency_key IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_order_guard" ("order_id" text not null, "version" integer not null default 0, "settled_version" integer not null default 0, "held" jsonb null, "books_owner" text null, "books_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_order_guard_pkey" primary key ("order_id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_guard_deleted_at" ON "refunds_order_guard" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_order_release" ("id" text not null, "order_id" text not null, "kind" text check ("kind" in ('void', 'capture_less')) not null, "status" text check ("status" in ('processing', 'succeeded', 'partially_failed', 'failed')) not null, "currency_code" text not null, "authorized" text not null, "released" text not null, "capture_amount" text not null, "rounding" text not null, "lines" jsonb not null, "collections" jsonb not null, "note" text null, "created_by" text null, "plan_hash" text not null, "idempotency_key" text null, "request_hash" text not null, "booked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_order_release_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_release_deleted_at" ON "refunds_order_release" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_release_order_id" ON "refunds_order_release" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_release_status" ON "refunds_order_release" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_release_booked_at" ON "refunds_order_release" ("booked_at") WHERE status <> 'failed' AND deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_order_release_idempotency_key_unique" ON "refunds_order_release" ("idempotency_key") WHERE idempotency_key IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_audit_entry" ("id" text not null, "sequence" serial, "request_id" text null, "actor" text not null, "action" text not null, "from_status" text null, "to_status" text null, "stripe_request_id" text null, "details" jsonb null, "order_refund_id" text null, "order_edit_id" text null, "order_release_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_audit_entry_pkey" primary key ("id"), constraint refunds_audit_entry_subject_check check (num_nonnulls(order_refund_id, order_edit_id, order_release_id) = 1));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_audit_entry_order_refund_id" ON "refunds_audit_entry" ("order_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_audit_entry_order_edit_id" ON "refunds_audit_entry" ("order_edit_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_audit_entry_order_release_id" ON "refunds_audit_entry" ("order_release_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_audit_entry_deleted_at" ON "refunds_audit_entry" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_order_release_payment" ("id" text not null, "position" integer not null, "payment_id" text not null, "provider_id" text not null, "action" text check ("action" in ('capture', 'cancel')) not null, "authorized" text not null, "released" text not null, "capture_amount" text not null, "medusa_amount" text not null, "status" text check ("status" in ('reserved', 'submitting', 'unknown', 'succeeded', 'failed', 'undone')) not null, "idempotency_key" text not null, "request" jsonb not null, "failure_code" text null, "failure_reason" text null, "attempts" integer not null default 0, "first_attempt_at" timestamptz null, "order_release_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_order_release_payment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_release_payment_order_release_id" ON "refunds_order_release_payment" ("order_release_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_release_payment_deleted_at" ON "refunds_order_release_payment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_order_release_payment_payment_id" ON "refunds_order_release_payment" ("payment_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_order_release_payment_idempotency_key_unique" ON "refunds_order_release_payment" ("idempotency_key") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_payment_dispute" ("id" text not null, "order_id" text not null, "payment_id" text not null, "status" text not null, "reason" text not null, "currency_code" text not null, "amount" text not null, "is_charge_refundable" boolean not null, "opened_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_payment_dispute_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_payment_dispute_deleted_at" ON "refunds_payment_dispute" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_payment_dispute_order_id" ON "refunds_payment_dispute" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_payment_dispute_payment_id" ON "refunds_payment_dispute" ("payment_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_payment_dispute_open" ON "refunds_payment_dispute" ("id") WHERE status NOT IN ('won', 'lost', 'warning_closed', 'prevented') AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_reconciliation" ("id" text not null, "status" text check ("status" in ('running', 'completed', 'failed')) not null, "trigger" text check ("trigger" in ('schedule', 'manual')) not null, "started_by" text null, "lane" text check ("lane" in ('refunds', 'unsettled', 'disputes', 'medusa', 'unknown')) null, "refunds_read" integer not null default 0, "payments_read" integer not null default 0, "imported" integer not null default 0, "changed" integer not null default 0, "resolved" integer not null default 0, "drift" integer not null default 0, "unmatched" integer not null default 0, "unmatched_refunds" jsonb null, "error" text null, "started_at" timestamptz not null, "alive_at" timestamptz not null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_reconciliation_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_reconciliation_deleted_at" ON "refunds_reconciliation" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_reconciliation_status" ON "refunds_reconciliation" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_reconciliation_started_at" ON "refunds_reconciliation" ("started_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_reconciliation_entry" ("id" text not null, "sequence" serial, "kind" text check ("kind" in ('imported', 'changed', 'resolved', 'drift')) not null, "order_id" text not null, "order_display_id" integer null, "payment_id" text not null, "order_refund_id" text null, "message" text not null, "reconciliation_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_reconciliation_entry_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_reconciliation_entry_reconciliation_id" ON "refunds_reconciliation_entry" ("reconciliation_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_reconciliation_entry_deleted_at" ON "refunds_reconciliation_entry" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_stripe_event" ("id" text not null, "type" text not null, "status" text check ("status" in ('received', 'processing', 'processed', 'ignored', 'failed')) not null, "api_version" text null, "object_id" text null, "payment_intent" text null, "charge" text null, "request_key" text null, "reason" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null, "processed_at" timestamptz null, "read_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_stripe_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_event_deleted_at" ON "refunds_stripe_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_event_created_at" ON "refunds_stripe_event" ("created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_event_status_next_attempt_at" ON "refunds_stripe_event" ("status", "next_attempt_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_event_object_id" ON "refunds_stripe_event" ("object_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_event_payment_intent" ON "refunds_stripe_event" ("payment_intent") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_event_charge" ON "refunds_stripe_event" ("charge") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_stripe_payment" ("id" text not null, "stripe_id" text null, "charge" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_stripe_payment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_payment_deleted_at" ON "refunds_stripe_payment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_payment_stripe_id" ON "refunds_stripe_payment" ("stripe_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_stripe_payment_charge" ON "refunds_stripe_payment" ("charge") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table "refunds_transaction" ("id" text not null, "position" integer not null, "order_id" text not null, "payment_id" text not null, "provider_id" text not null, "currency_code" text not null, "amount" text not null, "status" text check ("status" in ('reserved', 'submitting', 'unknown', 'pending', 'requires_action', 'succeeded', 'failed', 'canceled')) not null, "method" text check ("method" in ('gateway', 'other', 'refund')) not null default 'gateway', "idempotency_key" text not null, "request" jsonb not null, "medusa_refund_id" text not null, "stripe_refund_id" text null, "failure_code" text null, "failure_reason" text null, "reference" text null, "reference_status" text null, "destination_type" text null, "card_refund_type" text null, "network_decline_code" text null, "pending_reason" text null, "action_email_sent_at" timestamptz null, "action_expires_at" timestamptz null, "fee" text null, "attempts" integer not null default 0, "first_attempt_at" timestamptz null, "last_attempt_at" timestamptz null, "accepted_at" timestamptz null, "booked_at" timestamptz null, "superseded_at" timestamptz null, "order_refund_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refunds_transaction_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_transaction_order_refund_id" ON "refunds_transaction" ("order_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_transaction_deleted_at" ON "refunds_transaction" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_transaction_order_id" ON "refunds_transaction" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_transaction_payment_id" ON "refunds_transaction" ("payment_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refunds_transaction_status" ON "refunds_transaction" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_transaction_idempotency_key_unique" ON "refunds_transaction" ("idempotency_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_transaction_medusa_refund_id_unique" ON "refunds_transaction" ("medusa_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refunds_transaction_stripe_refund_id_unique" ON "refunds_transaction" ("stripe_refund_id") WHERE stripe_refund_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "refunds_order_refund_line" add constraint "refunds_order_refund_line_order_refund_id_foreign" foreign key ("order_refund_id") references "refunds_order_refund" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "refunds_audit_entry" add constraint "refunds_audit_entry_order_refund_id_foreign" foreign key ("order_refund_id") references "refunds_order_refund" ("id") on update cascade on delete set null;`
    )
    this.addSql(
      `alter table if exists "refunds_audit_entry" add constraint "refunds_audit_entry_order_edit_id_foreign" foreign key ("order_edit_id") references "refunds_order_edit" ("id") on update cascade on delete set null;`
    )
    this.addSql(
      `alter table if exists "refunds_audit_entry" add constraint "refunds_audit_entry_order_release_id_foreign" foreign key ("order_release_id") references "refunds_order_release" ("id") on update cascade on delete set null;`
    )

    this.addSql(
      `alter table if exists "refunds_order_release_payment" add constraint "refunds_order_release_payment_order_release_id_foreign" foreign key ("order_release_id") references "refunds_order_release" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "refunds_reconciliation_entry" add constraint "refunds_reconciliation_entry_reconciliation_id_foreign" foreign key ("reconciliation_id") references "refunds_reconciliation" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "refunds_transaction" add constraint "refunds_transaction_order_refund_id_foreign" foreign key ("order_refund_id") references "refunds_order_refund" ("id") on update cascade;`
    )
    this.addSql(NOTE_WORDS)
    appendOnly("refunds_audit_entry").forEach((sql) => this.addSql(sql))
  }

  override async down(): Promise<void> {
    mutable("refunds_audit_entry").forEach((sql) => this.addSql(sql))
    this.addSql(
      `alter table if exists "refunds_order_refund_line" drop constraint if exists "refunds_order_refund_line_order_refund_id_foreign";`
    )

    this.addSql(
      `alter table if exists "refunds_audit_entry" drop constraint if exists "refunds_audit_entry_order_refund_id_foreign";`
    )

    this.addSql(
      `alter table if exists "refunds_transaction" drop constraint if exists "refunds_transaction_order_refund_id_foreign";`
    )

    this.addSql(
      `alter table if exists "refunds_audit_entry" drop constraint if exists "refunds_audit_entry_order_edit_id_foreign";`
    )

    this.addSql(
      `alter table if exists "refunds_audit_entry" drop constraint if exists "refunds_audit_entry_order_release_id_foreign";`
    )

    this.addSql(
      `alter table if exists "refunds_order_release_payment" drop constraint if exists "refunds_order_release_payment_order_release_id_foreign";`
    )

    this.addSql(
      `alter table if exists "refunds_reconciliation_entry" drop constraint if exists "refunds_reconciliation_entry_reconciliation_id_foreign";`
    )

    this.addSql(`drop table if exists "refunds_order_refund" cascade;`)

    this.addSql(`drop table if exists "refunds_order_refund_line" cascade;`)

    this.addSql(`drop table if exists "refunds_order_edit" cascade;`)

    this.addSql(`drop table if exists "refunds_order_guard" cascade;`)

    this.addSql(`drop table if exists "refunds_order_release" cascade;`)

    this.addSql(`drop table if exists "refunds_audit_entry" cascade;`)

    this.addSql(`drop table if exists "refunds_order_release_payment" cascade;`)

    this.addSql(`drop table if exists "refunds_payment_dispute" cascade;`)

    this.addSql(`drop table if exists "refunds_reconciliation" cascade;`)

    this.addSql(`drop table if exists "refunds_reconciliation_entry" cascade;`)

    this.addSql(`drop table if exists "refunds_stripe_event" cascade;`)

    this.addSql(`drop table if exists "refunds_stripe_payment" cascade;`)

    this.addSql(`drop table if exists "refunds_transaction" cascade;`)
  }
}
