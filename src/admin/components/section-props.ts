import type { AdminOrderRefundsResponse, RefundPlan } from "../../types"
import type { ErrorTarget } from "../lib/error-target"
import type { RefundForm } from "../lib/refund-form"

/** What the sections of the refund form have in common. */
export type SectionProps = {
  form: RefundForm
  refunds: AdminOrderRefundsResponse
  /** The preview of exactly this form. */
  plan?: RefundPlan
  messageOf: (
    kind: NonNullable<ErrorTarget>["kind"],
    id?: string
  ) => string | undefined
  onChange: (change: Partial<RefundForm>) => void
}
