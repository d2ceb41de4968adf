import { toast } from "@medusajs/ui"
import { useState, type RefObject } from "react"
import { useTranslation } from "react-i18next"
import type { OrderEditDTO } from "../../../types"
import { useIsSending } from "../../hooks/use-sent-once"
import type { OrderToEdit } from "../../lib/order-edit-order"
import {
  needsAttention,
  type OrderEditResult,
} from "../../lib/order-edit-result"
import { FormDrawer } from "../form-drawer"
import { EditOrderForm } from "./edit-order-form"
import { editOutcome } from "./edit-outcome"
import { EditResult } from "./edit-result"

type Props = {
  order: OrderToEdit
  open: boolean
  onClose: () => void
  opener: RefObject<HTMLButtonElement>
}

/** The form of an edit, and then what became of it. */
export function EditOrderDrawer({ order, open, onClose, opener }: Props) {
  const { t } = useTranslation()
  const [result, setResult] = useState<OrderEditResult | null>(null)
  const isSending = useIsSending(`/admin/orders/${order.id}/edits`)
  const close = () => {
    setResult(null)
    onClose()
  }
  const finish = (edit: OrderEditDTO) => {
    const became = editOutcome(edit, t)
    if (needsAttention(became)) {
      return setResult(became)
    }
    toast[became.tone](became.text)
    close()
  }
  return (
    <FormDrawer
      open={open}
      isSending={isSending}
      onClose={close}
      opener={opener}
    >
      {result ? (
        <EditResult result={result} onClose={close} />
      ) : (
        <EditOrderForm order={order} onDone={finish} />
      )}
    </FormDrawer>
  )
}
