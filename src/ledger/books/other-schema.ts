import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

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
const isOtherSchema = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && CODES.test(String(error.code))

/**
 * Does something by statements of ours, or, where Medusa's tables are not those
 * that they were written for, through Medusa, which is slower: the log says so.
 *
 * @param what begins the sentence in the log: `Order order_1 is read`
 */
export async function orThroughMedusa<Result>(
  container: MedusaContainer,
  what: string,
  byStatements: () => Promise<Result>,
  throughMedusa: () => Promise<Result>
): Promise<Result> {
  try {
    return await byStatements()
  } catch (error) {
    if (!isOtherSchema(error)) {
      throw error
    }
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(
        `${what} in a slower way, because this version of Medusa has other tables: ${error.message}`
      )
    return throughMedusa()
  }
}
