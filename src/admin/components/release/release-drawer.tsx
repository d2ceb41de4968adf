import type { RefObject } from "react"
import { useIsSending } from "../../hooks/use-sent-once"
import type { OrderToEdit } from "../../lib/order-edit-order"
import { FormDrawer } from "../form-drawer"
import { ReleaseForm } from "./release-form"

type Props = {
  order: OrderToEdit
  open: boolean
  onClose: () => void
  opener: RefObject<HTMLButtonElement>
}

/** The form of a release. */
export function ReleaseDrawer({ order, open, onClose, opener }: Props) {
  const isSending = useIsSending(`/admin/orders/${order.id}/release`)
  return (
    <FormDrawer
      open={open}
      isSending={isSending}
      onClose={onClose}
      opener={opener}
    >
      <ReleaseForm order={order} onDone={onClose} />
    </FormDrawer>
  )
}
