import { MedusaService } from "@medusajs/framework/utils"
import type { SqlEntityManager } from "@medusajs/framework/mikro-orm/postgresql"
import type { SqlValue, TransactionContext } from "../refunds/database"
import * as models from "./models"

/** Medusa's methods for every table of the module: `listRefundRequests` and so on. */
export const Tables = MedusaService(models)
export type Tables = InstanceType<typeof Tables>

/** Runs a statement, in a transaction or by itself. */
export type RunStatement = (
  sql: string,
  values: SqlValue[]
) => Promise<Record<string, unknown>[]>

/** The tables, and a way to change several of them or none. */
export type RequestsDatabase = {
  rows: Tables
  query: RunStatement
  transaction: <Result>(
    work: (
      context: TransactionContext,
      manager: SqlEntityManager
    ) => Promise<Result>
  ) => Promise<Result>
}
