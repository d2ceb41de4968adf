import type { MedusaContainer } from "@medusajs/framework/types"
import type { ReleaseOutcome } from "../../domain"
import { captureModule } from "../../ledger"
import type { ReleasePaymentRecord } from "../../modules/refunds/order-release-record"
import { refundsModule } from "../common/refunds-module"

const STATUS = {
  accepted: "succeeded",
  declined: "failed",
  unknown: "unknown",
} as const

/** Writes down what the gateway answered to a capture or a cancellation. */
export async function recordReleaseOutcome(
  container: MedusaContainer,
  payment: ReleasePaymentRecord,
  outcome: ReleaseOutcome,
  actor: string
): Promise<void> {
  const failed =
    outcome.kind === "accepted"
      ? null
      : { code: outcome.code, message: outcome.message }
  if (outcome.kind === "accepted" && Object.keys(outcome.data).length) {
    const payments = captureModule(container)
    const { data } = await payments.retrievePayment(payment.payment_id)
    await payments.updatePayment({
      id: payment.payment_id,
      data: { ...data, ...outcome.data },
    })
  }
  await refundsModule(container).releasePayments.transition({
    release_payment_id: payment.id,
    from: ["submitting", "unknown"],
    to: STATUS[outcome.kind],
    patch: {
      failure_code: failed?.code ?? null,
      failure_reason: failed?.message ?? null,
    },
    audit: {
      actor,
      action: `gateway_${outcome.kind}`,
      stripe_request_id: outcome.request_id ?? null,
      ...(failed ? { details: failed } : {}),
    },
  })
}
