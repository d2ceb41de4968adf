import { version as medusaVersion } from "@medusajs/medusa/package.json"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { Logger } from "@medusajs/framework/types"
import {
  ContainerRegistrationKeys,
  InjectTransactionManager,
  MedusaContext,
  Modules,
} from "@medusajs/framework/utils"
import type { Statements } from "../../ledger/books/statements"
import { unknownBooksColumns } from "../../ledger/undocumented/books-tables"
import { missingLedgerCalls } from "../../ledger/undocumented/self-check"
import {
  Tables,
  type RefundsDatabase,
  type TransactionContext,
} from "./database"
import { isDatabaseCommand } from "./database-command"
import {
  defaultOptions,
  parseOptions,
  type ResolvedRefundPluginOptions,
} from "./options"
import { pendingMigrations, type Database } from "./pending-migrations"
import * as records from "./records"
import { startWarnings } from "./start-warnings"
import { WorkerSlots } from "./worker-slots"

const INBOX_WORKERS = 4

type Dependencies = {
  logger: Logger
  [ContainerRegistrationKeys.PG_CONNECTION]: Database & Statements
}

/**
 * The plugin's own records: what was granted, which money moves, what Stripe
 * told, and the audit trail. Each part is a class of its own in `records`.
 *
 * @example
 * const refunds: RefundsModuleService = container.resolve("refunds")
 * await refunds.orderRefunds.find({ id: "orref_01" })
 */
export class RefundsModuleService extends Tables {
  readonly orderRefunds: records.OrderRefunds
  readonly grants: records.Grants
  readonly transactions: records.RefundTransactions
  readonly failedRefunds: records.FailedRefunds
  readonly outsideRefunds: records.OutsideRefunds
  readonly books: records.BooksProgress
  readonly edits: records.OrderEdits
  readonly releases: records.OrderReleases
  readonly releasePayments: records.ReleasePayments
  readonly audit: records.AuditTrail
  readonly customerRefunds: records.CustomerRefunds
  readonly overview: records.OrderOverview
  readonly inbox: records.StripeInbox
  readonly eventPayments: records.EventPayments
  readonly stripePayments: records.StripePayments
  readonly disputes: records.PaymentDisputes
  readonly reconciliations: records.Reconciliations

  readonly options: ResolvedRefundPluginOptions
  /** A burst of events must not take every connection of the store's pool. */
  readonly inboxWorkers = new WorkerSlots(INBOX_WORKERS)
  /** Schedules count from here until they have run once. */
  readonly startedAt = new Date()
  /** When a reconciliation last started, as far as this process has looked. */
  lastReconciled: Date | null = null

  /** Medusa calls these when every module is loaded. */
  readonly __hooks = {
    onApplicationStart: async (): Promise<void> => this.checkStart(),
  }
  private readonly dependencies: Dependencies
  private hasTables = false

  constructor(container: Dependencies, options?: unknown) {
    super(container, options)
    const database: RefundsDatabase = {
      rows: this,
      query: async (sql, values) =>
        (await this.connection.raw(sql, values)).rows,
      transaction: (work) => this.inTransaction(work),
    }
    this.orderRefunds = new records.OrderRefunds(database)
    this.grants = new records.Grants(database)
    this.transactions = new records.RefundTransactions(database)
    this.failedRefunds = new records.FailedRefunds(database)
    this.outsideRefunds = new records.OutsideRefunds(database)
    this.books = new records.BooksProgress(database)
    this.edits = new records.OrderEdits(database)
    this.releases = new records.OrderReleases(database)
    this.releasePayments = new records.ReleasePayments(database)
    this.audit = new records.AuditTrail(database)
    this.customerRefunds = new records.CustomerRefunds(database)
    this.overview = new records.OrderOverview(database)
    this.inbox = new records.StripeInbox(database)
    this.eventPayments = new records.EventPayments(database)
    this.stripePayments = new records.StripePayments(database)
    this.disputes = new records.PaymentDisputes(database)
    this.reconciliations = new records.Reconciliations(database)
    this.dependencies = container
    const parsed = parseOptions(options)
    // The loader has refused bad options already, with the list of fields.
    this.options = parsed.success ? parsed.options : defaultOptions()
  }

  /** Runs work whose writes are all committed, or none. */
  @InjectTransactionManager()
  async inTransaction<Result>(
    work: (context: TransactionContext) => Promise<Result>,
    @MedusaContext() context: TransactionContext = {}
  ): Promise<Result> {
    return work(context)
  }

  /**
   * Whether `medusa db:migrate` was run for this version of the plugin. Asked
   * until it is true: a store need not be started again after a late migration.
   */
  async isMigrated(): Promise<boolean> {
    this.hasTables ||= (await this.pendingMigrations()).length === 0
    return this.hasTables
  }

  /** Says at start, not at the first refund, what is missing or in doubt. */
  private async checkStart(): Promise<void> {
    if (isDatabaseCommand(process.argv)) {
      return
    }
    const { logger } = this.dependencies
    const say = (message: string) => `medusa-plugin-refunds: ${message}`
    if (!(await this.isMigrated())) {
      const pending = await this.pendingMigrations()
      logger.error(
        say(
          `${pending.length} of its database migrations have not been run. Run \`npx medusa db:migrate\`; until then its routes answer 503 (migration_missing) and its jobs do nothing.`
        )
      )
    }
    const { payment } = MedusaModule.getModuleInstance(Modules.PAYMENT) ?? {}
    const { order } = MedusaModule.getModuleInstance(Modules.ORDER) ?? {}
    const missing = payment && order ? missingLedgerCalls(payment, order) : []
    if (missing.length) {
      logger.error(
        say(
          `this version of Medusa lacks ${missing.join(", ")}; refunds through the plugin are refused.`
        )
      )
    }
    const unknown = await unknownBooksColumns(this.connection)
    if (order && unknown.length) {
      logger.warn(
        say(
          `the books of refunds are written through Medusa's modules, which is slower: in this version of Medusa ${unknown.join(", ")}.`
        )
      )
    }
    const providers: { id: string }[] =
      (await payment?.listPaymentProviders({ is_enabled: true })) ?? []
    const { options } = this
    for (const warning of startWarnings({
      options,
      providers: providers.map(({ id }) => id),
      medusaVersion,
    })) {
      logger.warn(say(warning))
    }
  }

  private pendingMigrations(): Promise<string[]> {
    return pendingMigrations(this.connection)
  }

  private get connection(): Database & Statements {
    return this.dependencies[ContainerRegistrationKeys.PG_CONNECTION]
  }
}
