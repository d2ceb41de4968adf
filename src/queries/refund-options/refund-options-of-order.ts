import { Modules } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import {
  blockText,
  formatAmount,
  isZero,
  type ItemRefundOptions,
  maximum,
  type PolicyBlock,
} from "../../domain"
import type {
  RequestBlock,
  StoreRefundOption,
  StoreRefundOptionsResponse,
} from "../../types"
import { policyOfOrder } from "../../workflows/refund-requests"
import { refundsModule } from "../../workflows/common/refunds-module"

/**
 * What the customer of an order may ask for now, until when, and why not.
 *
 * @throws order_not_found
 */
export async function refundOptionsOfOrder(
  container: MedusaContainer,
  orderId: string,
  now: Date
): Promise<StoreRefundOptionsResponse["refund_options"]> {
  const [{ order, options }, reasons] = await Promise.all([
    policyOfOrder(container, orderId, now, "all"),
    container
      .resolve(Modules.PAYMENT)
      .listRefundReasons({}, { select: ["id", "label"], take: 100 }),
  ])
  const { text } = refundsModule(container).options.requests.policy
  const returnFee = maximum(
    "0",
    ...options.items.map(({ refund }) => refund.return_fee)
  )
  return {
    order_id: order.id,
    display_id: order.display_id,
    currency_code: order.currency_code,
    items: options.items.map((item) => toOption(item, order.items)),
    reasons: reasons.map(({ id, label }) => ({ id, label })),
    return_fee: isZero(returnFee)
      ? null
      : formatAmount(returnFee, order.currency_code),
    policy_text: text,
  }
}

type Named = {
  id: string
  title: string
  variant_title: string | null
  thumbnail: string | null
}

function toOption(
  { item_id, refund, withdrawal }: ItemRefundOptions,
  items: Named[]
): StoreRefundOption {
  const named = items.find(({ id }) => id === item_id)
  return {
    item_id,
    title: named?.title ?? "",
    variant_title: named?.variant_title ?? null,
    thumbnail: named?.thumbnail ?? null,
    quantity: refund.quantity,
    deadline: refund.deadline?.toISOString() ?? null,
    resolutions: [...refund.resolutions],
    restocking_fee_percent: refund.restocking_fee_percent,
    blocked: toBlock(refund.blocked),
    withdrawal: {
      quantity: withdrawal.quantity,
      deadline: withdrawal.deadline?.toISOString() ?? null,
      blocked: toBlock(withdrawal.blocked),
    },
  }
}

const toBlock = (block: PolicyBlock | null): RequestBlock | null =>
  block && { code: block.code, text: blockText(block) }
