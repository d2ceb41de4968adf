import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121074139 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `create table if not exists "payment_dispute" ("id" text not null, "order_id" text not null, "payment_id" text not null, "status" text not null, "reason" text not null, "currency_code" text not null, "amount" text not null, "is_charge_refundable" boolean not null, "opened_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "payment_dispute_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_dispute_deleted_at" ON "payment_dispute" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_dispute_order_id" ON "payment_dispute" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_payment_dispute_payment_id" ON "payment_dispute" ("payment_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "refund_reconciliation" ("id" text not null, "status" text not null, "trigger" text not null, "started_by" text null, "lane" text null, "refunds_read" integer not null default 0, "payments_read" integer not null default 0, "imported" integer not null default 0, "changed" integer not null default 0, "resolved" integer not null default 0, "drift" integer not null default 0, "error" text null, "started_at" timestamptz not null, "alive_at" timestamptz not null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refund_reconciliation_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_reconciliation_deleted_at" ON "refund_reconciliation" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_reconciliation_status" ON "refund_reconciliation" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_reconciliation_started_at" ON "refund_reconciliation" ("started_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "refund_reconciliation_entry" ("id" text not null, "sequence" serial, "kind" text not null, "order_id" text not null, "order_display_id" integer null, "payment_id" text not null, "order_refund_id" text null, "message" text not null, "reconciliation_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refund_reconciliation_entry_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_reconciliation_entry_reconciliation_id" ON "refund_reconciliation_entry" ("reconciliation_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_reconciliation_entry_deleted_at" ON "refund_reconciliation_entry" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "stripe_event" ("id" text not null, "type" text not null, "status" text not null, "api_version" text null, "object_id" text null, "payment_intent" text null, "charge" text null, "request_key" text null, "reason" text null, "attempts" integer not null default 0, "next_attempt_at" timestamptz not null, "processed_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "stripe_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_stripe_event_deleted_at" ON "stripe_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_stripe_event_status_next_attempt_at" ON "stripe_event" ("status", "next_attempt_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_stripe_event_object_id" ON "stripe_event" ("object_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_stripe_event_payment_intent" ON "stripe_event" ("payment_intent") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "refund_reconciliation_entry" add constraint "refund_reconciliation_entry_reconciliation_id_foreign" foreign key ("reconciliation_id") references "refund_reconciliation" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "order_refund" add column if not exists "native_credit" text not null default '0', add column if not exists "cancel_requested_at" timestamptz null;`
    )

    this.addSql(
      `alter table if exists "refund_transaction" add column if not exists "method" text not null default 'gateway', add column if not exists "accepted_at" timestamptz null, add column if not exists "superseded_at" timestamptz null;`
    )

    // What was recorded before these columns existed.
    this.addSql(
      `update "refund_transaction" set "accepted_at" = coalesce("last_attempt_at", "created_at") where "status" in ('pending', 'requires_action', 'succeeded') and "accepted_at" is null;`
    )
    this.addSql(
      `update "order_refund" set "booked_at" = "released_at" where "released_at" is not null and "booked_at" is null;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "refund_reconciliation_entry" drop constraint if exists "refund_reconciliation_entry_reconciliation_id_foreign";`
    )

    this.addSql(`drop table if exists "payment_dispute" cascade;`)

    this.addSql(`drop table if exists "refund_reconciliation" cascade;`)

    this.addSql(`drop table if exists "refund_reconciliation_entry" cascade;`)

    this.addSql(`drop table if exists "stripe_event" cascade;`)

    this.addSql(
      `alter table if exists "order_refund" drop column if exists "native_credit", drop column if exists "cancel_requested_at";`
    )

    this.addSql(
      `alter table if exists "refund_transaction" drop column if exists "method", drop column if exists "accepted_at", drop column if exists "superseded_at";`
    )
  }
}
