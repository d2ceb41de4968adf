import type { MedusaContainer } from "@medusajs/framework/types"
import type {
  OrderEditCharge,
  OrderEditRecord,
} from "../../../modules/refunds/order-edit-record"
import {
  cancelIntent,
  confirmOffSession,
  type IntentState,
  readIntent,
} from "../../../stripe"
import type { stripeFor } from "../../common/refunds-module"
import {
  type ProviderRequest,
  STRIPE_KEY_LIFETIME_MS,
} from "../../gateway/provider-request"
import { type ChargeOutcome, endIntent } from "./charge-outcome"
import { noteCharge } from "./note-charge"
import { recordCharge } from "./record-charge"

/**
 * The request to charge a saved card. Its intent takes money once or not at all,
 * and what it did not take is made sure never to be: so a charge is never sent
 * twice, and reading it back always ends it or leaves it to a bank.
 */
export const chargeRequest = (
  container: MedusaContainer,
  {
    stripe,
    edit,
    charge,
    payment_method,
    renew,
  }: {
    stripe: NonNullable<ReturnType<typeof stripeFor>>
    edit: OrderEditRecord
    charge: OrderEditCharge
    payment_method: string
    renew: () => Promise<void>
  }
): ProviderRequest<ChargeOutcome, OrderEditRecord> => {
  const { payment_intent_id: id, idempotency_key } = charge
  const end = (state: IntentState) =>
    endIntent({
      state,
      cancel: async () => {
        await renew()
        return cancelIntent(stripe, id)
      },
    })
  return {
    first_attempt_at: null,
    key_lifetime_ms: STRIPE_KEY_LIFETIME_MS,
    async begin() {
      const begun = await noteCharge(container, edit, "submitting")
      return begun.settlement.charge?.status === "submitting"
    },
    async send() {
      await renew()
      return end(
        await confirmOffSession(stripe, { id, payment_method, idempotency_key })
      )
    },
    async find() {
      await renew()
      return end(await readIntent(stripe, id))
    },
    record: (outcome) => recordCharge(container, edit, outcome),
  }
}
