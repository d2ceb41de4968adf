import { useEffect, useState } from "react"
import type { AdminOrderEditPreviewResponse } from "../../types"
import { isMoneyRefused } from "../lib/order-edit-error"
import {
  toEditRequest,
  unchangedOrder,
  type OrderEditForm,
} from "../lib/order-edit-form"
import {
  linesOf,
  shippedUnits,
  type OrderToEdit,
} from "../lib/order-edit-order"
import { useLivePreview } from "./use-live-preview"

/** What a merchant enters about an order, and the server's preview of it. */
export function useOrderEditForm(order: OrderToEdit) {
  const [form, setForm] = useState<OrderEditForm>(unchangedOrder)
  const request = toEditRequest(form)
  // The server would refuse it; its field says so already.
  const isTooFew = linesOf(order).some(
    (item) => (form.quantities[item.id] ?? item.quantity) < shippedUnits(item)
  )
  const { answer, ...preview } = useLivePreview<AdminOrderEditPreviewResponse>(
    `/admin/orders/${order.id}/edits/preview`,
    isTooFew ? null : request
  )
  const change = (patch: Partial<OrderEditForm>) =>
    setForm((current) => ({ ...current, ...patch }))
  // What was chosen for the money may not fit the lines any more: the server
  // then says what does.
  const isUnfit = form.settle !== "auto" && isMoneyRefused(preview.error)
  useEffect(() => {
    if (isUnfit) {
      change({ settle: "auto", payment_method_id: "" })
    }
  }, [isUnfit])
  return {
    form,
    change,
    request: isTooFew ? null : request,
    isTooFew,
    preview: {
      ...preview,
      plan: answer?.order_edit_preview,
    },
  }
}

export type OrderEditState = ReturnType<typeof useOrderEditForm>
