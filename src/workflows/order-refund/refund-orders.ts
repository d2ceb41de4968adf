import { MedusaError } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { createPace } from "../../stripe"
import { refundsModule } from "../common/refunds-module"
import { toError } from "../common/to-error"
import { createOrderRefundWorkflow } from "./create-order-refund"
import type { CreateOrderRefundInput, RefundedOrder } from "./types"

/** They share statements and commits; more hold more of an answer in memory. */
export const REFUNDS_AT_ONCE = 32

/**
 * Refunds many orders, several at once. No more begin in a second than the option
 * `stripe.maxRequestsPerSecond` says; most are one request to Stripe. Each is a
 * refund as any other, with the store's hooks, and one that is refused keeps none
 * from the others.
 *
 * Nothing is kept in memory but what is running: the refunds may come from a file
 * or a query. Give each an `idempotency_key`: the same list can be run again after a
 * crash then, and what was refunded is answered with its first refund. Without keys
 * a part of an order is refunded twice.
 *
 * @returns what came of each, in the order in which they end. Where reading the list
 *   fails, what has begun is told first
 * @example
 * for await (const done of refundOrders(container, refunds)) {
 *   if (done.error) logger.warn(`${done.order_id}: ${done.error.message}`)
 * }
 */
export async function* refundOrders(
  container: MedusaContainer,
  refunds:
    Iterable<CreateOrderRefundInput> | AsyncIterable<CreateOrderRefundInput>,
  atOnce = REFUNDS_AT_ONCE
): AsyncGenerator<RefundedOrder> {
  const { stripe } = refundsModule(container).options
  const pace = stripe && createPace(stripe.maxRequestsPerSecond)
  const refund = (input: CreateOrderRefundInput) => refundOne(container, input)
  const running = new Map<number, Promise<[number, RefundedOrder]>>()
  const next = async (): Promise<RefundedOrder> => {
    const [ended, done] = await Promise.race(running.values())
    running.delete(ended)
    return done
  }
  let count = 0
  let broken: { error: unknown } | null = null
  try {
    try {
      for await (const input of refunds) {
        const index = count++
        const done = pace ? pace(() => refund(input)) : refund(input)
        running.set(
          index,
          done.then((result) => [index, result])
        )
        if (running.size >= atOnce) {
          yield await next()
        }
      }
    } catch (error) {
      broken = { error }
    }
    while (running.size) {
      yield await next()
    }
  } finally {
    // Of a caller who wants no more: nothing goes on behind their back.
    await Promise.all(running.values())
  }
  if (broken) {
    throw broken.error
  }
}

async function refundOne(
  container: MedusaContainer,
  input: CreateOrderRefundInput
): Promise<RefundedOrder> {
  const { order_id } = input
  try {
    const { result } = await createOrderRefundWorkflow(container).run({ input })
    const { order_refund_id, replayed } = result
    return { order_id, order_refund_id, replayed }
  } catch (error) {
    const { code, type } = error as Partial<MedusaError>
    return {
      order_id,
      error: {
        type: type ?? MedusaError.Types.UNEXPECTED_STATE,
        code: code ?? null,
        message: toError(error).message,
      },
    }
  }
}
