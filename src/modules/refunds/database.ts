import { MedusaError, MedusaService } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import * as models from "./models"

/** Medusa's methods for every table of the plugin: `listOrderRefunds` and so on. */
export const Tables = MedusaService(models)
export type Tables = InstanceType<typeof Tables>

export type TransactionContext = Context<SqlEntityManager>

/** What a statement is given. */
export type SqlValue = string | number | Date | null

/**
 * The tables, a way to read them by SQL where Medusa's methods need several
 * statements, and a way to change several of them or none.
 */
export type RefundsDatabase = {
  rows: Tables
  query: (sql: string, values: SqlValue[]) => Promise<Record<string, unknown>[]>
  transaction: <Result>(
    work: (context: TransactionContext) => Promise<Result>
  ) => Promise<Result>
}

/** The open database transaction; a row lock outside of one would be no lock. */
export function managerOf(context: TransactionContext): SqlEntityManager {
  const manager = context.transactionManager
  if (!manager) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "This change of refund records must run inside a transaction."
    )
  }
  return manager
}
