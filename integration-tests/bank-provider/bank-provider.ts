import type {
  RefundPaymentInput,
  RefundPaymentOutput,
} from "@medusajs/framework/types"
import { SystemPaymentProvider } from "@medusajs/payment/dist/providers/system"

/** What the next refund fails with; null for one that succeeds. */
let failure: unknown = null
const refunds: RefundPaymentInput[] = []

/** How a test steers the bank. It runs in the process of the test. */
export const bank = {
  failNextRefundWith(error: unknown): void {
    failure = error
  },
  refunds: () => refunds,
  reset(): void {
    failure = null
    refunds.length = 0
  },
}

/** A payment provider that is not Stripe, and that nobody can ask afterwards. */
export class BankProvider extends SystemPaymentProvider {
  static override identifier = "bank"

  // Medusa's declaration makes it protected.
  constructor(
    cradle: Record<string, unknown>,
    config?: Record<string, unknown>
  ) {
    super(cradle, config)
  }

  override async refundPayment(
    input: RefundPaymentInput
  ): Promise<RefundPaymentOutput> {
    refunds.push(input)
    if (failure) {
      const error = failure
      failure = null
      throw error
    }
    return { data: input.data ?? {} }
  }
}
