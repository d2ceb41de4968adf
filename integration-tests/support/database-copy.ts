import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

type Sql = { raw(sql: string): Promise<unknown> }

const connection = (container: MedusaContainer): Sql =>
  container.resolve(ContainerRegistrationKeys.PG_CONNECTION)

const TABLES = `SELECT oid, relname AS name FROM pg_class
  WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`

/**
 * Keeps a copy of every row, to start again from the same store. Much faster than
 * building the store once more, or the database.
 *
 * @param copy its name; two of them can be kept at once
 */
export async function copyDatabase(
  container: MedusaContainer,
  copy = "copy_of_public"
): Promise<void> {
  await connection(container).raw(`
    DROP SCHEMA IF EXISTS ${copy} CASCADE;
    CREATE SCHEMA ${copy};
    CREATE TABLE ${copy}.all_sequences AS SELECT * FROM pg_sequences
      WHERE schemaname = 'public';
    DO $$
      DECLARE
        t record;
        is_empty boolean;
      BEGIN
        FOR t IN ${TABLES} LOOP
          EXECUTE format('SELECT NOT EXISTS (SELECT FROM public.%I)', t.name)
            INTO is_empty;
          CONTINUE WHEN is_empty;
          EXECUTE format('CREATE TABLE ${copy}.%1$I AS TABLE public.%1$I', t.name);
        END LOOP;
      END
    $$`)
}

/**
 * Puts every row back to the copy, and counters to what they were. Tables are not
 * emptied by TRUNCATE, which makes new files for them and their indexes.
 */
export async function restoreDatabase(
  container: MedusaContainer,
  copy = "copy_of_public"
): Promise<void> {
  await connection(container).raw(`
    DO $$
      DECLARE
        t record;
      BEGIN
        -- Triggers and foreign keys would mind the order of the tables.
        SET LOCAL session_replication_role = replica;
        FOR t IN ${TABLES} LOOP
          EXECUTE format('DELETE FROM public.%I', t.name);
        END LOOP;
        -- Generated columns refuse to be written.
        FOR t IN SELECT name, string_agg(quote_ident(attname), ', ') AS columns
          FROM (${TABLES}) AS tables JOIN pg_attribute ON attrelid = oid
          WHERE to_regclass(format('${copy}.%I', name)) IS NOT NULL
            AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
          GROUP BY name
        LOOP
          EXECUTE format(
            'INSERT INTO public.%1$I (%2$s) SELECT %2$s FROM ${copy}.%1$I',
            t.name, t.columns
          );
        END LOOP;
        PERFORM setval(
          format('public.%I', sequencename)::regclass,
          coalesce(last_value, start_value),
          last_value IS NOT NULL
        ) FROM ${copy}.all_sequences;
      END
    $$`)
}
