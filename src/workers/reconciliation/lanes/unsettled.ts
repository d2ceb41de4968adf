import type { MedusaContainer } from "@medusajs/framework/types"
import { refundsModule } from "../../../workflows/common/refunds-module"
import { readPayments } from "../read-payments"
import type { Run } from "../types"

const BATCH = 100

/**
 * Movements that have not come to their end and are older than the list of the
 * first lane: a refund can wait for its customer for months.
 */
export async function readUnsettled(
  container: MedusaContainer,
  run: Run
): Promise<void> {
  const service = refundsModule(container)
  let after = ""
  for (;;) {
    const page = await service.transactions.listUnsettled(after, BATCH)
    await readPayments(
      container,
      run,
      page.map(({ payment_id, provider_id, order_id }) => ({
        payment_id,
        provider_id,
        order_id,
      }))
    )
    const last = page.at(-1)
    if (page.length < BATCH || !last) {
      return
    }
    after = last.id
  }
}
