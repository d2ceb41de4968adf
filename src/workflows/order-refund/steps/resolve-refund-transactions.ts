import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { renewOrderLock, type OrderLock } from "../../common/order-lock"
import { canBeAsked } from "../../gateway/can-be-asked"
import { noteLostAnswer } from "../../gateway/note-lost-answer"
import { refundRequest } from "../../gateway/refund-request"
import { resolveRequest } from "../../gateway/resolve-request"
import { refundsModule } from "../../common/refunds-module"
import { revokeRefund } from "../revoke-refund"

const AUDIT = { actor: "finish-order-refund" } as const

export const resolveRefundTransactionsStepId = "resolve-refund-transactions"

/**
 * Picks up what a crash or a lost answer left behind. The caller holds the
 * order's lock, so nobody else is at work on it.
 *
 * A reservation that was never sent is given back; a request that may have left
 * becomes `unknown`, and unknown ones are resolved. Providers other than Stripe give
 * no way to ask, and need not honour keys: what is unknown there waits for a person.
 *
 * @returns `refused`: the payments of which Stripe refused one
 */
export const resolveRefundTransactionsStep = createStep(
  resolveRefundTransactionsStepId,
  async (
    input: { lock: OrderLock; order_refund_id: string },
    { container }
  ) => {
    const service = refundsModule(container)
    const read = () => service.orderRefunds.find({ id: input.order_refund_id })
    const before = await read()
    for (const transaction of before?.transactions ?? []) {
      await noteLostAnswer(container, transaction, AUDIT.actor)
    }
    const unknown = (await read())?.transactions.filter(
      ({ status }) => status === "unknown"
    )
    for (const transaction of unknown ?? []) {
      await renewOrderLock(container, input.lock)
      if (canBeAsked(container, transaction)) {
        await resolveRequest(
          refundRequest(container, transaction, AUDIT.actor),
          new Date()
        )
      }
    }
    if (!before?.revoked_at) {
      await revokeRefund(container, input.order_refund_id, {
        ...AUDIT,
        action: "released",
      })
    }
    const refused = (await read())?.transactions.filter(
      ({ id, status, accepted_at }) =>
        status === "failed" &&
        !accepted_at &&
        unknown?.some((each) => each.id === id)
    )
    return new StepResponse({
      before: before?.status ?? null,
      refused: [...new Set(refused?.map(({ payment_id }) => payment_id))],
    })
  }
)
