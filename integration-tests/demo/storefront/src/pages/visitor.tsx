import {
  RefundAccess,
  RefundsProvider,
  Withdrawal,
} from "medusa-plugin-refunds/storefront/react"
import type { RefundMessages } from "medusa-plugin-refunds/storefront"
import { classNames } from "../class-names"
import type { Shop } from "../shop"

/** For customers without an account, and without the link at hand. */
export function Visitor({
  shop,
  messages,
}: {
  shop: Shop
  messages: RefundMessages
}) {
  return (
    <>
      <h1>Order without an account</h1>
      <RefundsProvider
        client={shop.refunds}
        messages={messages}
        classNames={classNames}
      >
        <RefundAccess />
        <Withdrawal />
      </RefundsProvider>
    </>
  )
}
