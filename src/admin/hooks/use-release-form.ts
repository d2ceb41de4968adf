import { useState } from "react"
import type { AdminReleasePlanResponse } from "../../types"
import type { OrderToEdit } from "../lib/order-edit-order"
import { everythingHeld, toReleaseRequest } from "../lib/release-form"
import { useLivePreview } from "./use-live-preview"

/** What a merchant lets go of, and the server's plan of it. */
export function useReleaseForm(order: OrderToEdit) {
  const [form, setForm] = useState(() => everythingHeld(order))
  const request = toReleaseRequest(form)
  const { answer, ...preview } = useLivePreview<AdminReleasePlanResponse>(
    `/admin/orders/${order.id}/release/preview`,
    request
  )
  return {
    form,
    setForm,
    request,
    preview: { ...preview, plan: answer?.release_plan },
  }
}

export type ReleaseState = ReturnType<typeof useReleaseForm>
