import { MedusaError, MedusaService } from "@medusajs/framework/utils"
import type { Context } from "@medusajs/framework/types"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import * as models from "./models"

/** Medusa's methods for every table of the module: `listRefundRequests` and so on. */
export const Tables = MedusaService(models)
export type Tables = InstanceType<typeof Tables>

export type TransactionContext = Context<SqlEntityManager>

/** The tables, and a way to change several of them or none. */
export type RequestsDatabase = {
  rows: Tables
  query: (
    sql: string,
    values: (string | number | Date | null)[]
  ) => Promise<Record<string, unknown>[]>
  transaction: <Result>(
    work: (
      context: TransactionContext,
      manager: SqlEntityManager
    ) => Promise<Result>
  ) => Promise<Result>
}

/** The open database transaction; a row lock outside of one would be no lock. */
export function managerOf(context: TransactionContext): SqlEntityManager {
  const manager = context.transactionManager
  if (!manager) {
    throw new MedusaError(
      MedusaError.Types.UNEXPECTED_STATE,
      "This change of refund requests must run inside a transaction."
    )
  }
  return manager
}
