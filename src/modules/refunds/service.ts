import { version as medusaVersion } from "@medusajs/medusa/package.json"
import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { missingLedgerCalls } from "../../ledger/undocumented/self-check"
import { isDatabaseCommand } from "./database-command"
import {
  defaultOptions,
  parseOptions,
  type ResolvedRefundPluginOptions,
} from "./options"
import { OrderReleases } from "./order-releases"
import { pendingMigrations, type Database } from "./pending-migrations"
import { startWarnings } from "./start-warnings"
import { WorkerSlots } from "./worker-slots"

const INBOX_WORKERS = 4

type Dependencies = {
  logger: Logger
  [ContainerRegistrationKeys.PG_CONNECTION]: Database
}

/**
 * The plugin's own records: what was granted, which money moves, what Stripe
 * told, and the audit trail. The classes it is built of each hold one part.
 */
export class RefundsModuleService extends OrderReleases {
  readonly options: ResolvedRefundPluginOptions
  /** A burst of events must not take every connection of the store's pool. */
  readonly inboxWorkers = new WorkerSlots(INBOX_WORKERS)
  /** Schedules count from here until they have run once. */
  readonly startedAt = new Date()

  /** Medusa calls these when every module is loaded. */
  readonly __hooks = {
    onApplicationStart: async (): Promise<void> => this.checkStart(),
  }
  private readonly dependencies: Dependencies
  private hasTables = false

  constructor(container: Dependencies, options?: unknown) {
    super(container, options)
    this.dependencies = container
    const parsed = parseOptions(options)
    // The loader has refused bad options already, with the list of fields.
    this.options = parsed.success ? parsed.options : defaultOptions()
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
    return pendingMigrations(
      this.dependencies[ContainerRegistrationKeys.PG_CONNECTION]
    )
  }
}
