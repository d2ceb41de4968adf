import type Stripe from "stripe"
import type { MedusaContainer } from "@medusajs/framework/types"
import { countStatements } from "../../support/count-statements"
import type { HttpClient } from "../../support/refunds-api"
import { send } from "../../support/stripe-webhooks"
import { storeIsQuiet } from "../../support/store-is-quiet"
import { type Cost, cpuMs, perSecond } from "./measure"

const CONNECTIONS = 8

/** What a burst of events costs, and how many are answered in a second. */
export type Deliveries = { cost: Cost; answered_per_second: number }

/**
 * Delivers events over eight connections. CPU time and SQL of each count all that
 * it sets off.
 */
export async function deliver(
  { api, container }: { api: HttpClient; container: MedusaContainer },
  events: unknown[],
  door: string
): Promise<Deliveries> {
  const cpu = cpuMs()
  let answered_per_second = 0
  const { statements, rows } = await countStatements(container, async () => {
    answered_per_second = await perSecond(
      CONNECTIONS,
      events.length,
      async (index) => {
        const { status } = await send(api, JSON.stringify(events[index]), {
          door,
        })
        if (status !== 200) {
          throw new Error(`An event was answered with ${status}.`)
        }
      }
    )
    await storeIsQuiet(container)
  })
  return {
    cost: {
      cpu_ms: (cpuMs() - cpu) / events.length,
      wall_ms: 1000 / answered_per_second,
      sql: Math.round(statements / events.length),
      rows: Math.round(rows / events.length),
    },
    answered_per_second,
  }
}

let events = 0

/** As Stripe tells of a refund: four events, of which three have it inside. */
export const fourEvents = (
  refund: Stripe.Refund,
  api_version: string
): unknown[] => {
  const charge = { id: refund.charge, object: "charge" }
  return [
    ["refund.created", refund],
    ["charge.refunded", { ...charge, payment_intent: refund.payment_intent }],
    ["refund.updated", refund],
    ["charge.refund.updated", refund],
  ].map(([type, object]) => ({
    id: `evt_bench_${++events}`,
    object: "event",
    type,
    api_version,
    created: refund.created,
    livemode: false,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    data: { object },
  }))
}
