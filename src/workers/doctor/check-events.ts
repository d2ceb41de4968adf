import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { StripeEventRecord } from "../../modules/refunds/types"
import type { RefundCheckFinding } from "../../types"
import { refundsModule } from "../../workflows/common/refunds-module"
import { toError } from "../../workflows/common/to-error"
import { retryStripeEvent } from "../inbox"
import { findPayments, followPayments } from "../../workflows/stripe-sync"

const BATCH = 100

/**
 * Events of Stripe that could not be processed. With `repair` each is tried once
 * more, as the button in the admin does.
 *
 * @param orderId only the events of this order's payments
 */
export async function* checkEvents(
  container: MedusaContainer,
  { repair, order_id }: { repair: boolean; order_id?: string }
): AsyncGenerator<RefundCheckFinding> {
  const service = refundsModule(container)
  if (!order_id) {
    await followPayments(container, { again: true })
  }
  let skip = 0
  for (;;) {
    const [events] = await service.inbox.listAndCount(
      { status: "failed" },
      { take: BATCH, skip }
    )
    const payments = await findPayments(
      container,
      events.flatMap(
        ({ payment_intent, charge }) => payment_intent ?? charge ?? []
      )
    )
    for (const event of events) {
      const known = payments.get(event.payment_intent ?? event.charge ?? "")
      const orders = known?.flatMap((payment) => payment.order_id ?? []) ?? []
      const found =
        order_id && orders.includes(order_id) ? order_id : (orders[0] ?? null)
      if (order_id && found !== order_id) {
        skip += 1
        continue
      }
      const repaired = repair ? await retry(container, event) : undefined
      // One that was processed is not in the list any more.
      skip += repaired ? 0 : 1
      yield {
        code: "stripe_event_failed",
        severity: "warning",
        order_id: found,
        display_id: null,
        message: `The event ${event.id} (${event.type}) could not be processed: ${event.reason ?? "no reason was noted"}. ${repaired ? "It is processed now." : "What it told is read again by every reconciliation; process it again when its cause is mended."}`,
        repairable: true,
        ...(repaired === undefined ? {} : { repaired }),
      }
    }
    if (events.length < BATCH) {
      return
    }
  }
}

async function retry(
  container: MedusaContainer,
  { id }: StripeEventRecord
): Promise<boolean> {
  try {
    const { status } = await retryStripeEvent(container, id)
    return status === "processed" || status === "ignored"
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`The event ${id} failed again: ${toError(error).message}`)
    return false
  }
}
