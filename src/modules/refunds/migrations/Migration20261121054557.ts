import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121054557 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "refund_transaction" drop constraint if exists "refund_transaction_stripe_refund_id_unique";`
    )
    this.addSql(
      `alter table if exists "refund_transaction" drop constraint if exists "refund_transaction_medusa_refund_id_unique";`
    )
    this.addSql(
      `alter table if exists "refund_transaction" drop constraint if exists "refund_transaction_idempotency_key_unique";`
    )
    this.addSql(
      `alter table if exists "order_refund" drop constraint if exists "order_refund_idempotency_key_unique";`
    )
    this.addSql(
      `create table if not exists "order_refund" ("id" text not null, "display_id" serial, "order_id" text not null, "order_display_id" integer null, "status" text not null, "source" text not null, "currency_code" text not null, "amount" text not null, "subtotal" text not null, "discount_total" text not null, "tax_total" text not null, "refund_reason_id" text null, "note" text null, "customer_note" text null, "notify_customer" boolean not null default false, "created_by" text null, "plan_hash" text null, "idempotency_key" text null, "request_hash" text null, "released_at" timestamptz null, "booked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_refund_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_deleted_at" ON "order_refund" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_order_id" ON "order_refund" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_status" ON "order_refund" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_created_at" ON "order_refund" ("created_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_refund_idempotency_key_unique" ON "order_refund" ("idempotency_key") WHERE idempotency_key IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "order_refund_event" ("id" text not null, "sequence" serial, "refund_transaction_id" text null, "actor" text not null, "action" text not null, "from_status" text null, "to_status" text null, "stripe_request_id" text null, "details" jsonb null, "order_refund_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_refund_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_event_order_refund_id" ON "order_refund_event" ("order_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_event_deleted_at" ON "order_refund_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "order_refund_guard" ("order_id" text not null, "version" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_refund_guard_pkey" primary key ("order_id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_guard_deleted_at" ON "order_refund_guard" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "order_refund_line" ("id" text not null, "position" integer not null, "kind" text not null, "item_id" text null, "shipping_method_id" text null, "title" text not null, "quantity" integer not null, "unit_amount" text not null, "subtotal" text not null, "discount_total" text not null, "tax_total" text not null, "tax_lines" jsonb not null, "amount" text not null, "restock" text not null, "order_refund_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_refund_line_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_line_order_refund_id" ON "order_refund_line" ("order_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_line_deleted_at" ON "order_refund_line" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_refund_line_item_id" ON "order_refund_line" ("item_id") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "refund_transaction" ("id" text not null, "position" integer not null, "order_id" text not null, "payment_id" text not null, "provider_id" text not null, "currency_code" text not null, "amount" text not null, "status" text not null, "idempotency_key" text not null, "request" jsonb not null, "medusa_refund_id" text not null, "stripe_refund_id" text null, "failure_code" text null, "failure_reason" text null, "reference" text null, "fee" text null, "attempts" integer not null default 0, "first_attempt_at" timestamptz null, "last_attempt_at" timestamptz null, "booked_at" timestamptz null, "order_refund_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "refund_transaction_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_transaction_order_refund_id" ON "refund_transaction" ("order_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_transaction_deleted_at" ON "refund_transaction" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_transaction_order_id" ON "refund_transaction" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_transaction_payment_id" ON "refund_transaction" ("payment_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_refund_transaction_status" ON "refund_transaction" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refund_transaction_idempotency_key_unique" ON "refund_transaction" ("idempotency_key") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refund_transaction_medusa_refund_id_unique" ON "refund_transaction" ("medusa_refund_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_refund_transaction_stripe_refund_id_unique" ON "refund_transaction" ("stripe_refund_id") WHERE stripe_refund_id IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "order_refund_event" add constraint "order_refund_event_order_refund_id_foreign" foreign key ("order_refund_id") references "order_refund" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "order_refund_line" add constraint "order_refund_line_order_refund_id_foreign" foreign key ("order_refund_id") references "order_refund" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "refund_transaction" add constraint "refund_transaction_order_refund_id_foreign" foreign key ("order_refund_id") references "order_refund" ("id") on update cascade;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "order_refund_event" drop constraint if exists "order_refund_event_order_refund_id_foreign";`
    )

    this.addSql(
      `alter table if exists "order_refund_line" drop constraint if exists "order_refund_line_order_refund_id_foreign";`
    )

    this.addSql(
      `alter table if exists "refund_transaction" drop constraint if exists "refund_transaction_order_refund_id_foreign";`
    )

    this.addSql(`drop table if exists "order_refund" cascade;`)

    this.addSql(`drop table if exists "order_refund_event" cascade;`)

    this.addSql(`drop table if exists "order_refund_guard" cascade;`)

    this.addSql(`drop table if exists "order_refund_line" cascade;`)

    this.addSql(`drop table if exists "refund_transaction" cascade;`)
  }
}
