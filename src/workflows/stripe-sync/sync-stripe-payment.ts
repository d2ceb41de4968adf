import {
  createWorkflow,
  WorkflowResponse,
  type WorkflowData,
} from "@medusajs/framework/workflows-sdk"
import { acquireOrderLockStep } from "../common/steps/acquire-order-lock"
import { releaseOrderLockStep } from "../common/steps/release-order-lock"
import { announceSyncedRefundsStep } from "./steps/announce-synced-refunds"
import { applyStripePaymentStep } from "./steps/apply-stripe-payment"
import { writeSyncedBooksStep } from "../order-books/steps/write-synced-books"
import type { SyncStripePaymentInput } from "./types"

export const syncStripePaymentWorkflowId = "sync-stripe-payment"

/**
 * Brings one payment's refunds and disputes to what Stripe says: statuses,
 * refunds made elsewhere, books, events and notifications. Nothing depends on
 * which news came first, so it may run at any time, and any number of times.
 *
 * @example
 * const { result } = await syncStripePaymentWorkflow(container).run({
 *   input: { order_id: "order_1", payment_id: "pay_1", actor: "my-script" },
 * })
 */
export const syncStripePaymentWorkflow = createWorkflow(
  syncStripePaymentWorkflowId,
  (input: WorkflowData<SyncStripePaymentInput>) => {
    const lock = acquireOrderLockStep(input)
    const result = applyStripePaymentStep({ lock, input })
    writeSyncedBooksStep({ lock, actor: input.actor })
    announceSyncedRefundsStep({ result })
    releaseOrderLockStep(lock)
    return new WorkflowResponse(result)
  }
)
