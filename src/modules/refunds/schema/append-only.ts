/**
 * The audit trail is append-only: the database itself refuses to change it.
 * `TRUNCATE` stays possible, for tests and for taking a store down.
 */
export const APPEND_ONLY = [
  `create or replace function refunds_audit_entry_is_append_only() returns trigger as $$
   begin
     raise exception 'refunds_audit_entry is append-only';
   end;
   $$ language plpgsql;`,
  `create trigger refunds_audit_entry_append_only
   before update or delete on "refunds_audit_entry"
   for each row execute function refunds_audit_entry_is_append_only();`,
]

/** Takes that back, before the table goes. */
export const MUTABLE = [
  `drop trigger if exists refunds_audit_entry_append_only on "refunds_audit_entry";`,
  `drop function if exists refunds_audit_entry_is_append_only();`,
]
