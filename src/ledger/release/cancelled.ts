import { PaymentCollectionStatus } from "@medusajs/framework/utils"
import type { MedusaContainer } from "@medusajs/framework/types"
import { captureModule } from "../undocumented/undocumented-captures"

/** Writes that a payment's authorisation was cancelled; keyed by the payment. */
export async function writeCancelledPayment(
  container: MedusaContainer,
  payment_id: string,
  data: Record<string, unknown>
): Promise<void> {
  const payments = captureModule(container)
  const payment = await payments.retrievePayment(payment_id)
  if (!payment.canceled_at) {
    await payments.updatePayment({
      id: payment_id,
      canceled_at: new Date(),
      data: { ...payment.data, ...data },
    })
  }
  const id = payment.payment_collection_id
  const collection = await payments.retrievePaymentCollection(id, {
    relations: ["payments"],
  })
  const isEmpty = (collection.payments ?? []).every((each) => each.canceled_at)
  if (isEmpty) {
    await payments.updatePaymentCollections(id, {
      status: PaymentCollectionStatus.CANCELED,
    })
  }
}
