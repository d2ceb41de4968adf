import { Migration } from "@medusajs/framework/mikro-orm/migrations"

/**
 * The audit trail is append-only: the database itself refuses to change it.
 * `TRUNCATE` stays possible, for tests and for taking a store down.
 */
export class Migration20261121060000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`
      create or replace function order_refund_event_is_append_only() returns trigger as $$
      begin
        raise exception 'order_refund_event is append-only';
      end;
      $$ language plpgsql;
    `)
    this.addSql(
      `drop trigger if exists order_refund_event_append_only on "order_refund_event";`
    )
    this.addSql(`
      create trigger order_refund_event_append_only
      before update or delete on "order_refund_event"
      for each row execute function order_refund_event_is_append_only();
    `)
  }

  override async down(): Promise<void> {
    this.addSql(
      `drop trigger if exists order_refund_event_append_only on "order_refund_event";`
    )
    this.addSql(`drop function if exists order_refund_event_is_append_only();`)
  }
}
