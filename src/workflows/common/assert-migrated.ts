import type { MedusaContainer } from "@medusajs/framework/types"
import { REFUND_REQUESTS_MODULE } from "../../modules/refund-requests"
import { refundError } from "./refund-error"
import { refundNoticesModule } from "./refund-notices-module"
import { refundsModule } from "./refunds-module"

type Migrated = { isMigrated(): Promise<boolean> }

/**
 * Refuses in words while the plugin's tables are missing or of an older version.
 *
 * @throws migration_missing
 */
export async function assertMigrated(
  container: MedusaContainer
): Promise<void> {
  const modules: Migrated[] = [
    refundsModule(container),
    container.resolve(REFUND_REQUESTS_MODULE),
    refundNoticesModule(container),
  ]
  const migrated = await Promise.all(
    modules.map((module) => module.isMigrated())
  )
  if (migrated.includes(false)) {
    throw refundError({
      code: "migration_missing",
      message:
        "The database lacks migrations of medusa-plugin-refunds. Nothing was refunded. Run `npx medusa db:migrate` for this store, then try again.",
    })
  }
}
