import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261121144134 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "order_release_payment" drop constraint if exists "order_release_payment_idempotency_key_unique";`
    )
    this.addSql(
      `alter table if exists "order_release" drop constraint if exists "order_release_idempotency_key_unique";`
    )
    this.addSql(
      `create table if not exists "order_release" ("id" text not null, "order_id" text not null, "kind" text not null, "status" text not null, "currency_code" text not null, "authorized" text not null, "released" text not null, "capture_amount" text not null, "rounding" text not null, "lines" jsonb not null, "collections" jsonb not null, "note" text null, "created_by" text null, "plan_hash" text not null, "idempotency_key" text null, "request_hash" text not null, "booked_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_release_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_release_deleted_at" ON "order_release" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_release_order_id" ON "order_release" ("order_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_release_status" ON "order_release" ("status") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_release_idempotency_key_unique" ON "order_release" ("idempotency_key") WHERE idempotency_key IS NOT NULL AND deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "order_release_event" ("id" text not null, "sequence" serial, "release_payment_id" text null, "actor" text not null, "action" text not null, "from_status" text null, "to_status" text null, "stripe_request_id" text null, "details" jsonb null, "order_release_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_release_event_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_release_event_order_release_id" ON "order_release_event" ("order_release_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_release_event_deleted_at" ON "order_release_event" ("deleted_at") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `create table if not exists "order_release_payment" ("id" text not null, "position" integer not null, "payment_id" text not null, "provider_id" text not null, "action" text not null, "authorized" text not null, "released" text not null, "capture_amount" text not null, "medusa_amount" text not null, "status" text not null, "idempotency_key" text not null, "request" jsonb not null, "failure_code" text null, "failure_reason" text null, "attempts" integer not null default 0, "first_attempt_at" timestamptz null, "order_release_id" text not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "order_release_payment_pkey" primary key ("id"));`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_release_payment_order_release_id" ON "order_release_payment" ("order_release_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_release_payment_deleted_at" ON "order_release_payment" ("deleted_at") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_order_release_payment_payment_id" ON "order_release_payment" ("payment_id") WHERE deleted_at IS NULL;`
    )
    this.addSql(
      `CREATE UNIQUE INDEX IF NOT EXISTS "IDX_order_release_payment_idempotency_key_unique" ON "order_release_payment" ("idempotency_key") WHERE deleted_at IS NULL;`
    )

    this.addSql(
      `alter table if exists "order_release_event" add constraint "order_release_event_order_release_id_foreign" foreign key ("order_release_id") references "order_release" ("id") on update cascade;`
    )

    this.addSql(
      `alter table if exists "order_release_payment" add constraint "order_release_payment_order_release_id_foreign" foreign key ("order_release_id") references "order_release" ("id") on update cascade;`
    )

    this.addSql(`
      create or replace function order_release_event_is_append_only() returns trigger as $$
      begin
        raise exception 'order_release_event is append-only';
      end;
      $$ language plpgsql;
    `)
    this.addSql(
      `drop trigger if exists order_release_event_append_only on "order_release_event";`
    )
    this.addSql(`
      create trigger order_release_event_append_only
      before update or delete on "order_release_event"
      for each row execute function order_release_event_is_append_only();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop trigger if exists order_release_event_append_only on "order_release_event";`
    )
    this.addSql(`drop function if exists order_release_event_is_append_only();`)
    this.addSql(
      `alter table if exists "order_release_event" drop constraint if exists "order_release_event_order_release_id_foreign";`
    )

    this.addSql(
      `alter table if exists "order_release_payment" drop constraint if exists "order_release_payment_order_release_id_foreign";`
    )

    this.addSql(`drop table if exists "order_release" cascade;`)

    this.addSql(`drop table if exists "order_release_event" cascade;`)

    this.addSql(`drop table if exists "order_release_payment" cascade;`)
  }
}
