import { callerOf } from "./caller"
import { guestCalls } from "./guest-calls"
import { httpTransport, type HttpOptions } from "./http-transport"
import { refundCalls } from "./refund-calls"
import { requestCalls } from "./request-calls"
import { sdkTransport, type SdkLike } from "./sdk-transport"

/**
 * What a storefront asks of a store about refunds, typed. It needs no framework.
 *
 * @param source Medusa's SDK, or where the store is. Without the SDK errors keep the
 *   store's exact code: the SDK drops it.
 * @example
 * const refunds = refundsClient(sdk)
 * const { order_refunds } = await refunds.listRefunds("order_1")
 */
export function refundsClient(source: SdkLike | HttpOptions) {
  const caller = callerOf(
    "client" in source ? sdkTransport(source) : httpTransport(source)
  )
  return {
    ...refundCalls(caller),
    ...requestCalls(caller),
    ...guestCalls(caller),
  }
}

/** The functions of `refundsClient`. */
export type RefundsClient = ReturnType<typeof refundsClient>
