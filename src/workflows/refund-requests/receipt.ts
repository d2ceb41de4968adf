import { createHash } from "node:crypto"
import type { MedusaContainer } from "@medusajs/framework/types"
import { pickLocale, type WithdrawalMessage } from "../../domain"
import { contentOf } from "../common/message-content"
import { refundsModule } from "../common/refunds-module"

/** A declaration of withdrawal, as it came in. */
export type Declaration = {
  name: string
  email: string
  order_number: string
  locale: string | null
  /** Which goods, in the consumer's words; null for the whole order. */
  parts: string | null
  /** Which goods, where they were chosen from a list. */
  items: { title: string; quantity: number }[] | null
}

/** What is stored of an acknowledgement. */
export type Receipt = {
  receipt: string
  receipt_data: WithdrawalMessage
  receipt_sha256: string
}

/** The data of the acknowledgement of a withdrawal. */
function withdrawalMessage(
  container: MedusaContainer,
  { name, email, order_number, parts, items }: Declaration,
  received_at: string
): WithdrawalMessage {
  const { storeName, timeZone } = refundsModule(container).options.notifications
  return {
    store_name: storeName,
    customer_name: name,
    order_name: order_number,
    order_url: null,
    time_zone: timeZone,
    declared_at: received_at,
    declarant: { name, email },
    declaration: parts,
    items,
    has_goods_to_return: true,
  }
}

/**
 * The acknowledgement that is stored as it is sent, and its hash: what was declared,
 * by whom, on which day and at which time. It depends on nothing but what was typed,
 * so it tells nobody which orders exist.
 */
export async function receiptOf(
  container: MedusaContainer,
  declaration: Declaration,
  received_at: string
): Promise<Receipt> {
  const { notifications } = refundsModule(container).options
  const receipt_data = withdrawalMessage(container, declaration, received_at)
  const { text } = await contentOf(
    { template: "withdrawal.acknowledged", data: receipt_data },
    pickLocale([declaration.locale], notifications.defaultLocale),
    notifications
  )
  return {
    receipt: text,
    receipt_data,
    receipt_sha256: createHash("sha256").update(text).digest("hex"),
  }
}
