import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import finishOrderRefundsJob from "../../src/jobs/finish-order-refunds"

/** Makes every refund an hour older, and runs the job that finishes them. */
export async function anHourLater(container: MedusaContainer): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await database("refunds_order_refund").update({
    created_at: database.raw("created_at - interval '1 hour'"),
    updated_at: database.raw("updated_at - interval '1 hour'"),
  })
  await finishOrderRefundsJob(container)
}
