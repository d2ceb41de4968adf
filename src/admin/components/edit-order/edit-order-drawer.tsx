import { toast } from "@medusajs/ui"
import { useState, type RefObject } from "react"
import { useTranslation } from "react-i18next"
import type { OrderEditDTO } from "../../../types"
import { useIsSending } from "../../hooks/use-sent-once"
import {
  needsAttention,
  type OrderEditResult,
} from "../../lib/order-edit-result"
import { FormDrawer } from "../form-drawer"
import { LoadedOrder } from "../loaded-order"
import { EditOrderForm } from "./edit-order-form"
import { editOutcome } from "./edit-outcome"
import { EditResult } from "./edit-result"

type Props = {
  orderId: string
  open: boolean
  onClose: () => void
  opener: RefObject<HTMLButtonElement>
}

/** The form of an edit, and then what became of it. */
export function EditOrderDrawer({ orderId, open, onClose, opener }: Props) {
  const { t } = useTranslation()
  const [result, setResult] = useState<OrderEditResult | null>(null)
  const isSending = useIsSending(`/admin/orders/${orderId}/edits`)
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
        <LoadedOrder orderId={orderId} title={t("refundOrderEdit.title")}>
          {(order) => <EditOrderForm order={order} onDone={finish} />}
        </LoadedOrder>
      )}
    </FormDrawer>
  )
}
