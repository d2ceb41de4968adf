import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { renewOrderLock, type OrderLock } from "../lib/order-lock"
import { refundsModule } from "../lib/refunds-module"
import { resolveTransaction } from "../lib/resolve-transaction"

const AUDIT = { actor: "finish-order-refund" } as const

/**
 * Picks up what a crash or a lost answer left behind. The caller holds the
 * order's lock, so nobody else is at work on it.
 *
 * A reservation that was never sent is given back; a request that may have left
 * becomes `unknown`, and unknown ones are resolved.
 */
export const resolveRefundTransactionsStep = createStep(
  "resolve-refund-transactions",
  async (
    input: { lock: OrderLock; order_refund_id: string },
    { container }
  ) => {
    const service = refundsModule(container)
    const read = () => service.findOrderRefund({ id: input.order_refund_id })
    const before = await read()
    for (const { id, status } of before?.transactions ?? []) {
      if (status === "submitting") {
        await service.transition({
          transaction_id: id,
          from: ["submitting"],
          to: "unknown",
          audit: { ...AUDIT, action: "answer_lost" },
        })
      }
    }
    for (const transaction of (await read())?.transactions ?? []) {
      if (transaction.status === "unknown") {
        await renewOrderLock(container, input.lock)
        await resolveTransaction(container, transaction, new Date())
      }
    }
    await releaseUnsent(input.order_refund_id)
    return new StepResponse({ before: before?.status ?? null })

    /** Where another payment moved, the order owes what was never sent. */
    async function releaseUnsent(id: string) {
      const transactions = (await read())?.transactions ?? []
      if (await service.release(id, { ...AUDIT, action: "released" })) {
        return
      }
      const unsent = transactions.filter(
        ({ accepted_at, stripe_refund_id }) => !accepted_at && !stripe_refund_id
      )
      for (const transaction of unsent) {
        await service.transition({
          transaction_id: transaction.id,
          from: ["reserved"],
          to: "failed",
          patch: {
            failure_code: "never_sent",
            failure_reason: "The request was never sent.",
          },
          audit: { ...AUDIT, action: "never_sent" },
        })
      }
    }
  }
)
