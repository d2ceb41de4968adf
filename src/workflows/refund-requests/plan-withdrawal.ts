import {
  ContainerRegistrationKeys,
  generateEntityId,
} from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { withdrawalDueAt } from "../../domain"
import { findOrderByNumber } from "../../ledger"
import { refundsModule } from "../common/refunds-module"
import { requestHash } from "../common/request-hash"
import { toError } from "../common/to-error"
import { type PlannedRefundRequest, unitsOf } from "./plan-request"
import { type OrderPolicy, policyOfOrder } from "./policy-of-order"
import { receiptOf } from "./receipt"
import type { DeclareWithdrawalInput } from "./types"

/**
 * A declaration as a request. It is taken whatever the number says: units are named
 * where the order is found and all of it is meant; everything else the shop reads.
 */
export async function planWithdrawal(
  container: MedusaContainer,
  input: DeclareWithdrawalInput,
  now: Date
): Promise<PlannedRefundRequest> {
  const { name, order_number, email, locale = null } = input
  const parts = input.parts || null
  const order = await findOrderByNumber(container, order_number, email)
  const policy =
    order && !parts ? await readPolicy(container, order.id, now) : null
  const { timeZone } = refundsModule(container).options.requests.policy
  const received_at = now.toISOString()
  return {
    takes_any: true,
    allowed: policy ? unitsOf(policy.options, "withdrawal") : {},
    request: {
      id: generateEntityId(undefined, "refreq"),
      kind: "withdrawal",
      order_id: order?.id ?? null,
      order_number,
      customer_id: order?.customer_id ?? null,
      email,
      name,
      // Not the order's: mail and answer are one text, whatever was typed.
      locale,
      resolution: "refund",
      message: parts,
      policy_version: policy?.options.version ?? null,
      policy_snapshot: null,
      received_at,
      due_at: withdrawalDueAt(now, timeZone).toISOString(),
      ...(await receiptOf(
        container,
        { name, email, order_number, locale, parts, items: null },
        received_at
      )),
      lines: policy ? allThatIsLeft(policy) : [],
      idempotency_key: keyOf(input, now),
      request_hash: requestHash(input),
      actor: "customer",
    },
  }
}

/** Somebody who presses twice, or loads the page again, declares once. */
const SAME_WITHIN_MS = 10 * 60_000

const keyOf = (input: DeclareWithdrawalInput, now: Date): string =>
  `withdrawal:${Math.floor(now.getTime() / SAME_WITHIN_MS)}:${requestHash(input)}`

/** A declaration is taken also where its order cannot be read; the shop reads both. */
async function readPolicy(
  container: MedusaContainer,
  orderId: string,
  now: Date
): Promise<OrderPolicy | null> {
  try {
    return await policyOfOrder(container, orderId, now, "free")
  } catch (error) {
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(
        `Order ${orderId} could not be read for a withdrawal, which is stored without items.`,
        toError(error)
      )
    return null
  }
}

/** Units that nobody has withdrawn from, also those that the shop was asked to refund. */
function allThatIsLeft({ order, facts, options }: OrderPolicy) {
  const allowed = unitsOf(options, "withdrawal")
  return order.items.flatMap(({ id, title }) => {
    const withdrawn =
      facts.items.find(({ item_id }) => item_id === id)?.withdrawn_quantity ?? 0
    const quantity = (allowed[id] ?? 0) - withdrawn
    return quantity > 0
      ? [{ item_id: id, title, quantity, refund_reason_id: null }]
      : []
  })
}
