import type { MedusaContainer } from "@medusajs/framework/types"
import { type AccessScope, readAccess } from "../../domain"
import { readOrderCustomer } from "../../ledger"
import { refundError } from "../../workflows/common/refund-error"
import { refundsModule } from "../../workflows/common/refunds-module"
import { requestsModule } from "../../workflows/refund-requests"

/** Who asks: a customer who is logged in, or the holder of a signed link, or nobody. */
export type Caller = {
  customer_id: string | null
  /** Of the header `x-refund-access`. */
  token: string | null
}

/**
 * Whether the caller may see an order's refunds, or ask for one. Whatever is
 * missing, the same is read: the time says nothing of which orders exist.
 */
export async function mayAct(
  container: MedusaContainer,
  orderId: string,
  { customer_id, token }: Caller,
  scope: AccessScope
): Promise<boolean> {
  const [owner, version] = await Promise.all([
    customer_id ? readOrderCustomer(container, orderId) : null,
    token ? requestsModule(container).links.versionOf(orderId) : null,
  ])
  if (customer_id && owner === customer_id) {
    return true
  }
  const grant = token
    ? readAccess(
        token,
        refundsModule(container).options.accessSecret,
        new Date()
      )
    : null
  return (
    grant !== null &&
    grant.order_id === orderId &&
    grant.version === version &&
    (scope === "read" || grant.scope === "request")
  )
}

/**
 * To everybody who may not act, an order is one that does not exist.
 *
 * @throws order_not_found
 */
export async function assertMayAct(
  container: MedusaContainer,
  orderId: string,
  caller: Caller,
  scope: AccessScope
): Promise<void> {
  if (!(await mayAct(container, orderId, caller, scope))) {
    throw refundError({
      code: "order_not_found",
      message: `Order ${orderId} does not exist.`,
    })
  }
}
