import { MedusaModule } from "@medusajs/framework/modules-sdk"
import type { Logger } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { missingLedgerCalls } from "../../ledger/self-check"
import {
  defaultOptions,
  parseOptions,
  type ResolvedRefundPluginOptions,
} from "./options"
import { OrderReleases } from "./order-releases"
import { WorkerSlots } from "./worker-slots"

const INBOX_WORKERS = 4

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
    onApplicationStart: async (): Promise<void> => this.checkLedger(),
  }
  private readonly logger_: Logger

  constructor(container: { logger: Logger }, options?: unknown) {
    super(container, options)
    this.logger_ = container.logger
    const parsed = parseOptions(options)
    // The loader has refused bad options already, with the list of fields.
    this.options = parsed.success ? parsed.options : defaultOptions()
  }

  /** Says at start, not at the first refund, that this Medusa is not supported. */
  private checkLedger(): void {
    const { payment } = MedusaModule.getModuleInstance(Modules.PAYMENT) ?? {}
    const { order } = MedusaModule.getModuleInstance(Modules.ORDER) ?? {}
    const missing = payment && order ? missingLedgerCalls(payment, order) : []
    if (missing.length) {
      this.logger_.error(
        `medusa-plugin-refunds: this version of Medusa lacks ${missing.join(", ")}; refunds through the plugin are refused.`
      )
    }
  }
}
