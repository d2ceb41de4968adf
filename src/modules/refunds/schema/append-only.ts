/**
 * Makes a trail append-only: the database itself refuses to change it. `TRUNCATE` stays
 * possible, for tests and for taking a store down.
 */
export const appendOnly = (table: string): string[] => [
  `create or replace function ${table}_is_append_only() returns trigger as $$
   begin
     raise exception '${table} is append-only';
   end;
   $$ language plpgsql;`,
  `create trigger ${table}_append_only
   before update or delete on "${table}"
   for each row execute function ${table}_is_append_only();`,
]

/** Takes that back, before the table goes. */
export const mutable = (table: string): string[] => [
  `drop trigger if exists ${table}_append_only on "${table}";`,
  `drop function if exists ${table}_is_append_only();`,
]
