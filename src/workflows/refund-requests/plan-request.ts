import { generateEntityId } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  allowedRequest,
  type OrderRefundOptions,
  withdrawalDueAt,
} from "../../domain"
import type { NewRefundRequest } from "../../modules/refund-requests/types"
import { assertRefundReasons } from "../common/assert-refund-reason"
import { refundError } from "../common/refund-error"
import { refundsModule } from "../common/refunds-module"
import { requestHash } from "../common/request-hash"
import { policyOfOrder } from "./policy-of-order"
import { receiptOf } from "./receipt"
import type { CreateRefundRequestInput } from "./types"

/** A request that may be made, and how many units of each item could be asked for. */
export type PlannedRefundRequest = {
  request: NewRefundRequest
  allowed: Record<string, number>
  /** A declaration: stored without its units where they are taken. */
  takes_any?: true
}

/**
 * Holds a request against the shop's policy, the law and what happened to the order.
 * Units in other requests are not looked at: that is done under the order's lock.
 *
 * @throws order_not_found, item_not_found, duplicate_item, invalid_quantity,
 *   quantity_exceeds_refundable, request_not_allowed, refund_reason_not_found
 */
export async function planRequest(
  container: MedusaContainer,
  input: CreateRefundRequestInput,
  now: Date
): Promise<PlannedRefundRequest> {
  const { kind } = input
  const { policy } = refundsModule(container).options.requests
  const { order, options } = await policyOfOrder(
    container,
    input.order_id,
    now,
    "free"
  )
  const checked = allowedRequest(options, input.items, kind)
  if (!checked.ok) {
    throw refundError(checked.error)
  }
  await assertRefundReasons(
    container,
    input.items.map(({ refund_reason_id }, index) => ({
      field: `items.${index}.refund_reason_id`,
      id: refund_reason_id,
    }))
  )
  const lines = input.items.map(({ item_id, quantity, refund_reason_id }) => ({
    item_id,
    quantity,
    refund_reason_id: refund_reason_id ?? null,
    title: order.items.find(({ id }) => id === item_id)?.title ?? "",
  }))
  const about = {
    order_number: String(order.display_id),
    email: input.email ?? order.email ?? "",
    name: input.name ?? null,
    locale: input.locale ?? order.locale,
  }
  const received_at = now.toISOString()
  const receipt =
    kind === "withdrawal"
      ? await receiptOf(
          container,
          { ...about, name: about.name ?? "", parts: null, items: lines },
          received_at
        )
      : { receipt: null, receipt_data: null, receipt_sha256: null }
  return {
    allowed: unitsOf(options, kind),
    request: {
      id: generateEntityId(undefined, "refreq"),
      kind,
      order_id: order.id,
      customer_id: order.customer_id,
      ...about,
      resolution: input.resolution ?? "refund",
      message: input.message ?? null,
      policy_version: options.version,
      policy_snapshot: appliedRules(options, lines),
      received_at,
      due_at:
        kind === "withdrawal"
          ? withdrawalDueAt(now, policy.timeZone).toISOString()
          : null,
      ...receipt,
      lines,
      idempotency_key: input.idempotency_key ?? null,
      request_hash: requestHashOf(input),
      actor: "customer",
    },
  }
}

/** Units of each item by an option of it. */
export const unitsOf = (
  { items }: OrderRefundOptions,
  kind: "refund" | "withdrawal"
): Record<string, number> =>
  Object.fromEntries(items.map((item) => [item.item_id, item[kind].quantity]))

/** The rules that decided about these items, as they were at that moment. */
const appliedRules = (
  { items }: OrderRefundOptions,
  lines: { item_id: string }[]
): Record<string, unknown> =>
  Object.fromEntries(
    lines.map(({ item_id }) => [
      item_id,
      items.find((item) => item.item_id === item_id)?.refund.rule ?? null,
    ])
  )

/** What tells two requests of one key apart. */
export const requestHashOf = ({
  idempotency_key: _key,
  additional_data: _data,
  ...asked
}: CreateRefundRequestInput): string => requestHash(asked)
