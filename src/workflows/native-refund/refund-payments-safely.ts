import {
  createHook,
  createWorkflow,
  transform,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import {
  emitOrderRefundEventsStep,
  readBackDeclined,
  refuseDeclinedRefundStep,
  submitRefundTransactionsStep,
} from "../order-refund"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { writeRefundBooksStep } from "../order-books/steps/write-refund-books"
import { planPaymentRefundStep } from "./steps/plan-payment-refund"
import { reservePaymentRefundStep } from "./steps/reserve-payment-refund"
import type { RefundPaymentsInput } from "./types"

export const refundPaymentsSafelyWorkflowId = "refund-payments-safely"

/**
 * Refunds amounts of an order's payments without saying which lines they are
 * for, as Medusa's own button and a cancelled order do, with the lock, the
 * checks and the memory of `createOrderRefundWorkflow`.
 *
 * Hook `validate`: gets the plan, and refuses by throwing; nothing is reserved yet.
 * Hooks `reserved` and `completed`: as those of `createOrderRefundWorkflow`.
 *
 * @throws the codes of `docs/errors.md`
 * @example
 * await refundPaymentsSafelyWorkflow(container).run({
 *   input: {
 *     order_id: "order_1",
 *     payments: [{ payment_id: "pay_1", amount: "10.00" }],
 *     known: [],
 *   },
 * })
 */
export const refundPaymentsSafelyWorkflow = createWorkflow(
  refundPaymentsSafelyWorkflowId,
  (input: WorkflowData<RefundPaymentsInput>) => {
    const lock = acquireOrderLockStep(input)
    const planned = planPaymentRefundStep(input)
    const validate = createHook("validate", {
      order_id: input.order_id,
      payments: input.payments,
      plan: planned.plan,
    })
    const reserved = reservePaymentRefundStep(
      transform({ input, planned }, ({ input, planned }) => ({
        ...input,
        planned,
      }))
    )
    const reservedHook = createHook("reserved", {
      order_refund_id: reserved.order_refund_id,
      order_id: reserved.order_id,
    })
    const submitted = submitRefundTransactionsStep({ lock, reserved })
    readBackDeclined(lock, submitted)
    refuseDeclinedRefundStep(submitted)
    const books = transform({ reserved }, ({ reserved }) => ({
      order_refund_id: reserved.order_refund_id,
      order_id: reserved.order_id,
      actor: "workflow",
    }))
    writeRefundBooksStep(books)
    const news = transform({ reserved }, ({ reserved }) => ({
      order_refund_id: reserved.order_refund_id,
      before: null,
    }))
    emitOrderRefundEventsStep(news)
    const completed = createHook("completed", {
      order_refund_id: reserved.order_refund_id,
      order_id: reserved.order_id,
    })
    releaseOrderLockStep(lock)
    return new WorkflowResponse(reserved, {
      hooks: [validate, reservedHook, completed] as const,
    })
  }
)
