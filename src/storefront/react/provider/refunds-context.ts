import { createContext, useContext } from "react"
import type { RefundsClient } from "../../client/refunds-client"
import type { OrderRefundState } from "../../watch/is-settled"
import type { RefundMessages } from "../../messages"
import type { RefundClassNames } from "../parts/class-names"

/** What is known of the order. */
export type OrderWatch = {
  /** Null until the first answer. */
  state: OrderRefundState | null
  /** Why the last question was not answered; null again once one is. */
  error: unknown
  /** Looks again: something was done here. */
  refresh: () => void
  /** Counts the changes, for what has to be read anew after each. */
  version: number
}

/** What all components share. */
export type RefundsContextValue = {
  client: RefundsClient
  /** Empty where there is no order: a guest who asks for a link. */
  orderId: string
  access: string | null
  locale: string
  messages: RefundMessages
  classNames: RefundClassNames
  order: OrderWatch
}

export const RefundsContext = createContext<RefundsContextValue | null>(null)

/** @throws outside of a `RefundsProvider` */
export function useRefunds(): RefundsContextValue {
  const value = useContext(RefundsContext)
  if (!value) {
    throw new Error("Put a <RefundsProvider> around it.")
  }
  return value
}
