import type { MedusaContainer } from "@medusajs/framework/types"
import type { StoreOrderRefund } from "../../types"
import { refundError } from "../../workflows/common/refund-error"
import { refundsModule } from "../../workflows/common/refunds-module"
import { type Caller, mayAct } from "../customer-access"
import { customerRefund } from "./customer-refund"
import { PLUGIN_VERSION } from "./plugin-version"

export type CustomerRefunds = {
  /** Another one as soon as the answer is another one. */
  tag: string
  /** Newest first; null where the caller has them already. */
  order_refunds: StoreOrderRefund[] | null
}

/**
 * The refunds of an order, for its customer or the holder of its link. To everybody else an order of somebody
 * else is one that does not exist.
 *
 * @param known text that has the tag of an earlier answer in it: `If-None-Match`
 * @throws order_not_found
 */
export async function listCustomerRefunds(
  container: MedusaContainer,
  orderId: string,
  caller: Caller,
  known: string
): Promise<CustomerRefunds> {
  const found =
    caller.customer_id || caller.token
      ? await readOwn(container, orderId, caller, known)
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
  caller: Caller,
  known: string
) {
  const [isAllowed, found] = await Promise.all([
    mayAct(container, orderId, caller, "read"),
    refundsModule(container).customerRefunds.read(orderId, {
      version: PLUGIN_VERSION,
      known,
    }),
  ])
  return isAllowed ? found : null
}
