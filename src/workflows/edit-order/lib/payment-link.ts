import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { OrderEditRecord } from "../../../modules/refunds/order-edit-record"
import { fillAddress } from "../../common/fill-address"
import { refundsModule } from "../../common/refunds-module"

/**
 * Where a customer pays a payment collection: at `notifications.urls.payment`, else as
 * Medusa's admin builds it ("Copy payment link"). The storefront has to have such a
 * page.
 *
 * @returns null where the store names no storefront: a guess would lead the
 *   customer nowhere
 */
export function paymentLink(
  container: MedusaContainer,
  order_id: string,
  payment_collection_id: string
): string | null {
  const { urls } = refundsModule(container).options.notifications
  if (urls.payment) {
    return fillAddress(urls.payment, { order_id, payment_collection_id })
  }
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  const storefront = admin?.storefrontUrl?.replace(/\/+$/, "")
  return storefront
    ? `${storefront}/payment-collection/${payment_collection_id}?order_id=${order_id}`
    : null
}

type Asked = Pick<
  OrderEditRecord["settlement"],
  "payment_collection_id" | "payment_link"
>

/** Says why the customer cannot be sent a link, where they owe something. */
export const whyNoLink = ({
  payment_collection_id,
  payment_link,
}: Asked): string | null =>
  payment_collection_id && !payment_link
    ? "There is no payment link: the store's medusa-config.ts names no storefront (admin.storefrontUrl), and no page to pay on (notifications.urls.payment)."
    : null

/** A message about a charge that failed, and how the customer can pay instead. */
export const withLink = (message: string, asked: Asked): string =>
  [message, whyNoLink(asked)].filter(Boolean).join(" ")
