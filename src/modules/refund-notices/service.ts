import { join } from "node:path"
import {
  ContainerRegistrationKeys,
  MedusaService,
} from "@medusajs/framework/utils"
import { pendingMigrations } from "../refunds/pending-migrations"
import type { NoticesDatabase } from "./database"
import * as models from "./models"
import { NoticeHistory } from "./records/history"
import { NoticeOutbox } from "./records/outbox"

const MIGRATIONS = join(__dirname, "migrations")

type Dependencies = {
  [ContainerRegistrationKeys.PG_CONNECTION]: NoticesDatabase
}

/**
 * What customers are told: collected from the audit trails, sent once, and kept as the
 * record of what was told.
 *
 * @example
 * const notices: RefundNoticesModuleService = container.resolve("refund_notices")
 * await notices.history.ofOrder("order_01")
 */
export class RefundNoticesModuleService extends MedusaService(models) {
  readonly outbox: NoticeOutbox
  readonly history: NoticeHistory
  /** What happened before this process was started may have had nobody to collect it. */
  readonly startedAt = new Date()

  private readonly database: NoticesDatabase
  private hasTables = false
  private installed: Date | undefined

  constructor(container: Dependencies) {
    super(container)
    this.database = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.outbox = new NoticeOutbox(this.database)
    this.history = new NoticeHistory(this.database)
  }

  /** Whether `medusa db:migrate` was run for this version of the plugin. */
  async isMigrated(): Promise<boolean> {
    this.hasTables ||=
      (await pendingMigrations(this.database, MIGRATIONS)).length === 0
    return this.hasTables
  }

  /** Since when customers are told: of nothing that was before, however recent. */
  async installedAt(): Promise<Date> {
    this.installed ??= await this.history.firstMigration(MIGRATIONS)
    return this.installed
  }
}
