import { Migration } from "@medusajs/framework/mikro-orm/migrations"

export class Migration20261126080859 extends Migration {
  override async up(): Promise<void> {
    this.addSql(
      `alter table if exists "refund_transaction" add column if not exists "reference_status" text null, add column if not exists "destination_type" text null, add column if not exists "card_refund_type" text null, add column if not exists "network_decline_code" text null, add column if not exists "pending_reason" text null, add column if not exists "action_email_sent_at" timestamptz null, add column if not exists "action_expires_at" timestamptz null;`
    )

    this.addSql(
      `alter table if exists "stripe_event" add column if not exists "read_at" timestamptz null;`
    )
    this.addSql(
      `CREATE INDEX IF NOT EXISTS "IDX_stripe_event_charge" ON "stripe_event" ("charge") WHERE deleted_at IS NULL;`
    )
  }

  override async down(): Promise<void> {
    this.addSql(
      `alter table if exists "refund_transaction" drop column if exists "reference_status", drop column if exists "destination_type", drop column if exists "card_refund_type", drop column if exists "network_decline_code", drop column if exists "pending_reason", drop column if exists "action_email_sent_at", drop column if exists "action_expires_at";`
    )

    this.addSql(`drop index if exists "IDX_stripe_event_charge";`)
    this.addSql(
      `alter table if exists "stripe_event" drop column if exists "read_at";`
    )
  }
}
