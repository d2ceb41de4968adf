import { refundPaymentWorkflow } from "@medusajs/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import type Stripe from "stripe"
import { createOrderRefundWorkflow } from "../../src/workflows"
import { createPaidOrder, type PaidOrder } from "../support/paid-order"
import type { Random } from "../support/random"
import { BASKET, BASKET_TOTAL } from "../support/recipes"
import type { TestStripe } from "../support/test-stripe"

const CARDS = ["pm_card_visa", "pm_card_visa", "pm_card_pendingRefund"] as const

const WHAT = [
  { shipping: "all" as const },
  { adjustment: { amount: "7.77", description: "late" } },
]

type World = {
  container: MedusaContainer
  stripe: TestStripe
  random: Random
}

/**
 * Makes a store whose refunds have lived: made by the plugin, by Medusa's own
 * button and in the Dashboard; settled, failed, cancelled, disputed at Stripe,
 * and none of that news delivered yet.
 */
export async function makeHistory(
  size: number,
  world: World
): Promise<PaidOrder[]> {
  const orders: PaidOrder[] = []
  for (let index = 0; index < size; index++) {
    orders.push(await makeOrder(world))
  }
  for (const order of world.random.shuffle(orders)) {
    for (let left = world.random.below(2); left >= 0; left--) {
      await refundSomehow(world, order)
    }
  }
  for (const order of orders) {
    liveOn(world, order)
  }
  return orders
}

function makeOrder({ container, stripe, random }: World): Promise<PaidOrder> {
  const payment_method = random.pick(CARDS)
  const split = random.chance(0.25)
  return createPaidOrder(
    container,
    stripe,
    BASKET,
    split
      ? [
          { amount: 100, payment_method },
          { amount: BASKET_TOTAL - 100, payment_method: "pm_card_visa" },
        ]
      : [{ amount: BASKET_TOTAL, payment_method }]
  )
}

async function refundSomehow(
  { container, stripe, random }: World,
  order: PaidOrder
): Promise<void> {
  const payment = random.pick(order.payments)
  const kind = random.pick(["ours", "dashboard", "dashboard", "native"])
  if (kind === "ours") {
    const request = random.chance(0.5)
      ? { items: [{ item_id: random.pick(order.items).id, quantity: 1 }] }
      : random.pick(WHAT)
    await attempt(() =>
      createOrderRefundWorkflow(container).run({
        input: { order_id: order.id, request },
      })
    )
    return
  }
  const everything = random.chance(0.15)
  const cents = 100 + random.below(2000)
  await attempt(() =>
    kind === "native"
      ? refundPaymentWorkflow(container).run({
          input: { payment_id: payment.id, amount: cents / 100 },
        })
      : stripe.control.refundInDashboard({
          payment_intent: String(payment.payment_intent),
          ...(everything ? {} : { amount: cents }),
        })
  )
}

/** Chance may ask for more than is left; that it is refused is no news. */
async function attempt(work: () => unknown): Promise<void> {
  try {
    await work()
  } catch (error) {
    const text = JSON.stringify(error, Object.getOwnPropertyNames(error))
    if (
      !/has \d+ left|exceeds_payment|quantity_exceeds|nothing_to_refund|refund more than|greater than unrefunded|already been refunded/.test(
        text
      )
    ) {
      throw error
    }
  }
}

/** What becomes of an order's refunds and payments at Stripe. */
function liveOn({ stripe, random }: World, order: PaidOrder): void {
  const { control } = stripe
  const charges = order.payments.map(({ charge }) => charge)
  const refunds = control
    .snapshot()
    .refunds.filter(({ charge }) => charges.includes(String(charge)))
  for (const { id, status } of refunds) {
    const settled = status === "pending" && random.chance(0.6)
    if (settled) {
      control.settleRefund(id)
    }
    if (random.chance(0.3)) {
      control.setReference(id, `7453${random.below(1_000_000)}`)
    }
    if (random.chance(0.25)) {
      control.failRefund(id, random.pick(FAILURES))
    } else if (random.chance(0.1)) {
      control.cancelRefundInDashboard(id)
    }
  }
  if (random.chance(0.15)) {
    dispute(stripe, random, order)
  }
}

const FAILURES = ["expired_or_canceled_card", "lost_or_stolen_card", "declined"]

function dispute(stripe: TestStripe, random: Random, order: PaidOrder): void {
  const payment_intent = String(random.pick(order.payments).payment_intent)
  const { id } = stripe.control.openDispute({ payment_intent })
  const end = random.pick(["open", "won", "lost"])
  if (end === "won") {
    stripe.control.winDispute(id)
  } else if (end === "lost") {
    stripe.control.loseDispute(id)
  }
}

/** The news that nobody has delivered: everything about refunds and disputes. */
export const newsOf = (stripe: TestStripe): Stripe.Event[] =>
  stripe.control
    .snapshot()
    .events.filter(({ type }) =>
      /^(refund|charge\.(refund|dispute))/.test(type)
    )
