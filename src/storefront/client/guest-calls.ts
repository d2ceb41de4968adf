import type {
  StoreCreateWithdrawal,
  StoreRefundAccess,
  StoreWithdrawalResponse,
} from "../../types/refund-request"
import type { Caller, CallOptions } from "./caller"

/** What needs neither login nor link. */
export const guestCalls = ({ post }: Caller) => ({
  /** Has a link mailed. The answer never says whether there is such an order. */
  requestAccess: async (
    body: StoreRefundAccess,
    options?: CallOptions
  ): Promise<void> => {
    await post<unknown>("/store/refund-access", body, options)
  },

  /** Withdraws from a contract by the order's number. */
  withdraw: async (body: StoreCreateWithdrawal, options?: CallOptions) =>
    (await post<StoreWithdrawalResponse>("/store/withdrawals", body, options))
      .withdrawal,
})
