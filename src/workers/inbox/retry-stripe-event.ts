import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeEventRecord } from "../../modules/refunds/types"
import type { StripeEventDTO } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { MAX_ATTEMPTS } from "./process-group"
import { processStripeEvent } from "./process-stripe-events"

/** An event as the API shows it. */
export const toStripeEventDTO = ({
  payment_intent: _intent,
  charge: _charge,
  updated_at: _updated,
  ...shown
}: StripeEventRecord): StripeEventDTO => shown

/**
 * Processes an event again, now.
 *
 * @throws not_found
 */
export async function retryStripeEvent(
  container: MedusaContainer,
  id: string
): Promise<StripeEventDTO> {
  const service = refundsModule(container)
  const find = async () => {
    const [events] = await service.inbox.listAndCount(
      { id },
      { take: 1, skip: 0 }
    )
    return events[0]
  }
  const event = await find()
  if (!event) {
    throw new MedusaError(
      MedusaError.Types.NOT_FOUND,
      `Event ${id} is not in the inbox.`
    )
  }
  // One attempt: if it fails again, it is still there to be seen.
  await service.inbox.revive(id, {
    now: new Date(),
    attempts: MAX_ATTEMPTS - 1,
  })
  await processStripeEvent(container, id)
  return toStripeEventDTO((await find()) ?? event)
}
