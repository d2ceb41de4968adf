/**
 * The trail of a request is append-only: the database itself refuses to change
 * it. `TRUNCATE` stays possible, for tests and for taking a store down.
 */
export const APPEND_ONLY = [
  `create or replace function refunds_request_event_is_append_only() returns trigger as $$
   begin
     raise exception 'refunds_request_event is append-only';
   end;
   $$ language plpgsql;`,
  `create trigger refunds_request_event_append_only
   before update or delete on "refunds_request_event"
   for each row execute function refunds_request_event_is_append_only();`,
]

/** Takes that back, before the table goes. */
export const MUTABLE = [
  `drop trigger if exists refunds_request_event_append_only on "refunds_request_event";`,
  `drop function if exists refunds_request_event_is_append_only();`,
]
