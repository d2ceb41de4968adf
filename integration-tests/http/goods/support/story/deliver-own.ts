import { setTimeout as wait } from "node:timers/promises"
import { REFUNDS_MODULE } from "../../../../../src/modules/refunds"
import type { RefundsModuleService } from "../../../../../src/modules/refunds/service"
import type { PaidOrder } from "../../../../support/paid-order"
import { eventsOf, send } from "../../../../support/stripe-webhooks"
import type { World } from "../story"

/**
 * Delivers every event about an order, in order, those from before once more,
 * and waits for what follows. Other orders have stories of their own.
 */
export async function deliverOwn(
  { api, container, stripe }: Pick<World, "api" | "container" | "stripe">,
  order: PaidOrder
): Promise<void> {
  const names = order.payments.flatMap(({ payment_intent, charge }) =>
    [payment_intent, charge].filter((name) => name !== null)
  )
  const own = eventsOf(stripe)
    .map((event) => ({ id: event.id, payload: JSON.stringify(event) }))
    .filter(({ payload }) => names.some((name) => payload.includes(name)))
  for (const { payload } of own) {
    await send(api, payload)
  }
  const inbox = container.resolve<RefundsModuleService>(REFUNDS_MODULE)
  for (let tries = 0; tries < 1000; tries++) {
    const [, done] = await inbox.inbox.listAndCount(
      {
        id: own.map(({ id }) => id),
        status: ["processed", "ignored", "failed"],
      },
      { take: 1, skip: 0 }
    )
    if (done >= own.length) {
      return
    }
    await wait(20)
  }
  throw new Error(`The events of ${order.id} were not all processed.`)
}
