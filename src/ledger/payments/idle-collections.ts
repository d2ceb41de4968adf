import { type Decimal, isZero, type MedusaOrder } from "../../domain"
import {
  ContainerRegistrationKeys,
  Modules,
  PaymentCollectionStatus,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"

const IDLE: string[] = [
  PaymentCollectionStatus.NOT_PAID,
  PaymentCollectionStatus.AWAITING,
  PaymentCollectionStatus.CANCELED,
]

type Collections = Pick<MedusaOrder, "id" | "collections" | "payments">

/**
 * Takes payment collections off an order that ask for nothing and hold no
 * payment, as Medusa's own delete route does it. They are left where a payment
 * link was taken back, and Medusa counts them as captured, also when they are
 * cancelled: an order of 20.00 that gave 20.00 back would stay
 * `partially_refunded` for ever.
 *
 * The last collection stays: an order that costs nothing has no other.
 *
 * Source: `getLastPaymentStatus` of
 * @medusajs/core-flows/dist/order/utils/aggregate-status.js
 */
export async function removeIdleCollections(
  container: MedusaContainer,
  { id: order_id, collections, payments }: Collections
): Promise<void> {
  const idle = collections.filter(
    ({ id, status, amount }) =>
      IDLE.includes(status) &&
      isZero(amount) &&
      payments.every(
        ({ payment_collection_id }) => payment_collection_id !== id
      )
  )
  if (idle.length && idle.length < collections.length) {
    await container.resolve(ContainerRegistrationKeys.LINK).dismiss(
      idle.map(({ id: payment_collection_id }) => ({
        [Modules.ORDER]: { order_id },
        [Modules.PAYMENT]: { payment_collection_id },
      }))
    )
  }
}

/** The order once a collection of it asks for another amount. */
export const withAmount = <Order extends Collections>(
  order: Order,
  { id }: { id: string },
  amount: Decimal
): Order => ({
  ...order,
  collections: order.collections.map((each) =>
    each.id === id ? { ...each, amount } : each
  ),
})
