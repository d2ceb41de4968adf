import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { refundError } from "../../common/refund-error"
import { refundsModule } from "../../common/refunds-module"
import { asRecorded } from "../as-recorded"
import { keyReused } from "../key-reused"
import { requestsModule } from "../requests-module"
import type { RecordedRefundRequest } from "../types"
import type { RequestToRecord } from "./plan-refund-request"

export const recordRefundRequestStepId = "record-refund-request"

const DAY_MS = 24 * 60 * 60 * 1000

/**
 * Stores a request under the lock of its order's requests, so that a unit is asked
 * for once. A declaration of withdrawal is never turned away: where its units were
 * declared a moment ago, it is stored without them, for the shop to read.
 *
 * Compensation takes it back.
 *
 * @throws already_requested, too_many_requests, idempotency_key_reused
 */
export const recordRefundRequestStep = createStep(
  recordRefundRequestStepId,
  async ({ planned, replay }: RequestToRecord, { container }) => {
    if (replay) {
      return new StepResponse<RecordedRefundRequest, string | null>(
        replay,
        null
      )
    }
    const { request, allowed, takes_any } = planned
    const { requests } = requestsModule(container)
    const { perOrderAndDay } = refundsModule(container).options.requests
    const since = new Date(Date.now() - DAY_MS)
    const isWithdrawal = request.kind === "withdrawal"
    const most = { requests: isWithdrawal ? null : perOrderAndDay, since }
    let recorded = await requests.record(request, { allowed, most })
    if (
      takes_any &&
      "refused" in recorded &&
      recorded.refused === "already_requested"
    ) {
      recorded = await requests.record(
        { ...request, lines: [] },
        { allowed, most }
      )
    }
    if (!("refused" in recorded)) {
      const { request: stored, replayed } = recorded
      // What another run made is not ours to take back.
      const made = replayed ? null : stored.id
      return new StepResponse<RecordedRefundRequest, string | null>(
        asRecorded(stored, replayed),
        made
      )
    }
    switch (recorded.refused) {
      case "already_requested": {
        const { item_id, left } = recorded.taken
        throw refundError({
          code: "already_requested",
          message: `Of item ${item_id}, ${left} units are left that were not asked for already.`,
          details: { item_id, left },
        })
      }
      case "too_many_requests":
        throw refundError({
          code: "too_many_requests",
          message: `Order ${request.order_id} had ${perOrderAndDay} requests within a day. Try again tomorrow, or ask the shop.`,
        })
      case "idempotency_key_reused":
        throw keyReused(recorded.request)
    }
  },
  async (id, { container }) => {
    if (id) {
      await requestsModule(container).requests.move({
        request_id: id,
        to: "canceled",
        actor: "workflow",
        action: "refused",
      })
    }
  }
)
