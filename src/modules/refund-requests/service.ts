import {
  ContainerRegistrationKeys,
  InjectTransactionManager,
  MedusaContext,
} from "@medusajs/framework/utils"
import { join } from "node:path"
import { pendingMigrations, type Database } from "../refunds/pending-migrations"
import { managerOf, type TransactionContext } from "../refunds/database"
import { Tables, type RequestsDatabase } from "./database"
import { RefundRequests } from "./records/refund-requests"
import { RequestLinks } from "./records/request-links"

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: Database
}

/**
 * What customers ask for and declare: requests, their photos, their trail, and
 * the links by which guests reach them.
 *
 * @example
 * const requests: RefundRequestsModuleService = container.resolve("refund_requests")
 * await requests.requests.find({ id: "refreq_1" })
 */
export class RefundRequestsModuleService extends Tables {
  readonly requests: RefundRequests
  readonly links: RequestLinks
  private readonly connection: Database
  private hasTables = false

  constructor(container: Dependencies, options?: unknown) {
    super(container, options)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
    const database: RequestsDatabase = {
      rows: this,
      query: async (sql, values) =>
        (await this.connection.raw(sql, values)).rows,
      transaction: (work) =>
        this.inTransaction((context) => work(context, managerOf(context))),
    }
    this.requests = new RefundRequests(database)
    this.links = new RequestLinks(database)
  }

  /** Runs work whose writes are all committed, or none. */
  @InjectTransactionManager()
  async inTransaction<Result>(
    work: (context: TransactionContext) => Promise<Result>,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<Result> {
    return work(context)
  }

  /** Whether `medusa db:migrate` was run for this version of the module. */
  async isMigrated(): Promise<boolean> {
    const folder = join(__dirname, "migrations")
    this.hasTables ||=
      (await pendingMigrations(this.connection, folder)).length === 0
    return this.hasTables
  }
}
