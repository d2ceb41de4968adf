/**
 * PostgreSQL's classes of errors about what a statement names, and of values that a
 * table does not take: `42` is a table, column, function or index that does not
 * exist or is another, `23502` a column that wants a value we do not know, `23514`
 * a value that a check refuses.
 * Source: https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const CODES = /^(42|23502|23514)/

/**
 * Whether a statement of ours failed because Medusa's tables are not those that
 * it was written for: a version of Medusa that we have not seen. Nothing was
 * written then.
 */
export const isOtherSchema = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && CODES.test(String(error.code))
