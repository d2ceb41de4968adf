import { useMemo, type ReactNode } from "react"
import type { RefundsClient } from "../../client/refunds-client"
import { en, type RefundMessages } from "../../messages"
import type { RefundClassNames } from "../parts/class-names"
import { RefundsContext } from "./refunds-context"
import { useOrderWatch } from "./use-order-watch"

/** What `RefundsProvider` takes. */
export type RefundsProviderProps = {
  /** Made once, outside of the component: another client starts anew. */
  client: RefundsClient
  /** The order that is shown; none for `RefundAccess` and a guest's `Withdrawal`. */
  orderId?: string
  /** The token of a guest's link. */
  access?: string | null
  /** Default: English. */
  messages?: RefundMessages
  /** How dates and money are written. Default: as the messages say. */
  locale?: string
  classNames?: RefundClassNames
  children: ReactNode
}

const NO_CLASSES: RefundClassNames = {}

/**
 * What the components inside it share: the store, the order, the language, the looks.
 * They watch the order together, with one question at a time.
 *
 * @example
 * <RefundsProvider client={refundsClient(sdk)} orderId={order.id}>
 *   <RefundTimeline />
 * </RefundsProvider>
 */
export function RefundsProvider({
  client,
  orderId = "",
  access = null,
  messages = en,
  locale = messages.locale,
  classNames = NO_CLASSES,
  children,
}: RefundsProviderProps) {
  const order = useOrderWatch(client, orderId, access)
  const value = useMemo(
    () => ({ client, orderId, access, locale, messages, classNames, order }),
    [client, orderId, access, locale, messages, classNames, order]
  )
  return (
    <RefundsContext.Provider value={value}>{children}</RefundsContext.Provider>
  )
}
