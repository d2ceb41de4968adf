import { useState } from "react"
import type { AdminOrderRefundsResponse } from "../../types"
import type { SectionProps } from "../components/section-props"
import { AdminApiError } from "../lib/admin-api-error"
import { errorTarget, messageFor } from "../lib/error-target"
import { emptyForm, type RefundForm } from "../lib/refund-form"
import { toPlanRequest } from "../lib/refund-request"
import { useRefundPlan } from "./use-refund-plan"

/**
 * What a merchant enters in a drawer, and the server's preview of it.
 *
 * @param begin what is entered already when the drawer opens
 */
export function useRefundForm(
  previewPath: string,
  toRequest = toPlanRequest,
  begin: () => RefundForm = emptyForm
) {
  const [form, setForm] = useState<RefundForm>(begin)
  const request = toRequest(form)
  const preview = useRefundPlan(previewPath, request)
  return { form, setForm, request, preview }
}

type Submission = { error: Error | null; reset: () => void }

/** What the sections of the form need; an error goes to the field it is about. */
export function sectionsOf(
  { form, setForm, request, preview }: ReturnType<typeof useRefundForm>,
  refunds: AdminOrderRefundsResponse,
  submission: Submission
): { section: SectionProps; hasTarget: boolean } {
  const error = submission.error ?? preview.error
  const target =
    error instanceof AdminApiError ? errorTarget(error.body, request) : null
  return {
    hasTarget: Boolean(target),
    section: {
      form,
      refunds,
      plan: preview.isCurrent ? preview.plan : undefined,
      messageOf: (kind, id) => messageFor(target, error?.message, kind, id),
      onChange: (patch) => {
        submission.reset()
        setForm((current) => ({ ...current, ...patch }))
      },
    },
  }
}
