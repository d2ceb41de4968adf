import { when, type WorkflowData } from "@medusajs/framework/workflows-sdk"
import {
  type StripeSyncResult,
  announceSyncedRefundsStep,
} from "../stripe-sync"
import { writeSyncedBooksStep } from "../order-books/steps/write-synced-books"
import { readBackDeclinedStep } from "./steps/read-back-declined"
import type { ReservedOrderRefund } from "./types"
import type { OrderLock } from "../common/order-lock"

/**
 * The part of a workflow that follows the gateways' answers: what Stripe refused
 * to refund is read back, and what that brings is booked and announced.
 */
export function readBackDeclined(
  lock: WorkflowData<OrderLock> | OrderLock,
  reserved: WorkflowData<ReservedOrderRefund>
): void {
  takeIn(lock, readBackDeclinedStep({ lock, reserved }))
}

/** Books and announces what reading a payment back has brought. */
export function takeIn(
  lock: WorkflowData<OrderLock> | OrderLock,
  result: WorkflowData<StripeSyncResult>
): void {
  when(
    "read-back-brought-news",
    { result },
    ({ result }) => result.refunds.length + result.disputes.length > 0
  ).then(() => {
    writeSyncedBooksStep({ lock, actor: "workflow" })
    announceSyncedRefundsStep({ result })
  })
}
