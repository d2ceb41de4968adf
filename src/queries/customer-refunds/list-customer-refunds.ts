import type { MedusaContainer } from "@medusajs/framework/types"
import { readOrderCustomer } from "../../ledger"
import type { StoreOrderRefund } from "../../types"
import { refundError } from "../../workflows/common/refund-error"
import { refundsModule } from "../../workflows/common/refunds-module"
import { customerRefund } from "./customer-refund"
import { PLUGIN_VERSION } from "./plugin-version"

export type CustomerRefunds = {
  /** Another one as soon as the answer is another one. */
  tag: string
  /** Newest first; null where the caller has them already. */
  order_refunds: StoreOrderRefund[] | null
}

/**
 * The refunds of a customer's own order. To everybody else an order of somebody
 * else is one that does not exist.
 *
 * @param known text that has the tag of an earlier answer in it: `If-None-Match`
 * @throws order_not_found
 */
export async function listCustomerRefunds(
  container: MedusaContainer,
  orderId: string,
  customerId: string | null,
  known: string
): Promise<CustomerRefunds> {
  const found = customerId
    ? await readOwn(container, orderId, customerId, known)
    : null
  if (!found) {
    throw refundError({
      code: "order_not_found",
      message: `Order ${orderId} does not exist.`,
    })
  }
  const { tag, refunds } = found
  return {
    tag,
    order_refunds: refunds && refunds.map(customerRefund),
  }
}

/** Two statements side by side; null where the order is not this customer's. */
async function readOwn(
  container: MedusaContainer,
  orderId: string,
  customerId: string,
  known: string
) {
  const [owner, found] = await Promise.all([
    readOrderCustomer(container, orderId),
    refundsModule(container).customerRefunds.read(orderId, {
      version: PLUGIN_VERSION,
      known,
    }),
  ])
  return owner === customerId ? found : null
}
