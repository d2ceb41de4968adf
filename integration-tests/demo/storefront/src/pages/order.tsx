import {
  RefundRequestForm,
  RefundRequests,
  RefundsProvider,
  RefundTimeline,
  Withdrawal,
} from "medusa-plugin-refunds/storefront/react"
import type { RefundMessages } from "medusa-plugin-refunds/storefront"
import { classNames } from "../class-names"
import type { Shop } from "../shop"

/** All about the money of one order: for its customer, or for a guest with a link. */
export function Order({
  shop,
  orderId,
  access,
  messages,
}: {
  shop: Shop
  orderId: string
  access?: string
  messages: RefundMessages
}) {
  return (
    <>
      <h1>Your order</h1>
      <RefundsProvider
        client={shop.refunds}
        orderId={orderId}
        access={access}
        messages={messages}
        classNames={classNames}
      >
        <RefundTimeline />
        <RefundRequests />
        <RefundRequestForm />
        <Withdrawal />
      </RefundsProvider>
    </>
  )
}
