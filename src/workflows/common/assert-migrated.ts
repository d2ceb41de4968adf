import type { MedusaContainer } from "@medusajs/framework/types"
import { refundError } from "./refund-error"
import { refundsModule } from "./refunds-module"

/**
 * Refuses in words while the plugin's tables are missing or of an older version.
 *
 * @throws migration_missing
 */
export async function assertMigrated(
  container: MedusaContainer
): Promise<void> {
  if (!(await refundsModule(container).isMigrated())) {
    throw refundError({
      code: "migration_missing",
      message:
        "The database lacks migrations of medusa-plugin-refunds. Nothing was refunded. Run `npx medusa db:migrate` for this store, then try again.",
    })
  }
}
