/**
 * PostgreSQL's codes of a table and of a column that do not exist, of a value
 * that a column does not take, and of a column that wants a value we do not know.
 */
const CODES = ["42P01", "42703", "42804", "23502"]

/**
 * Whether a statement of ours failed because Medusa's tables are not those that
 * it was written for: a version of Medusa that we have not seen.
 */
export const isOtherSchema = (error: unknown): error is Error =>
  error instanceof Error &&
  "code" in error &&
  CODES.includes(String(error.code))
