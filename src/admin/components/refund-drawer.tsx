import type { RefObject } from "react"
import type { AdminOrderRefundsResponse } from "../../types"
import { useIsRefunding } from "../hooks/use-refund-submission"
import { FormDrawer } from "./form-drawer"
import { RefundDrawerForm } from "./refund-drawer-form"

type Props = {
  orderId: string
  refunds: AdminOrderRefundsResponse
  open: boolean
  onClose: () => void
  opener: RefObject<HTMLButtonElement>
}

/** Where the merchant says what goes back, and sees what that comes to. */
export function RefundDrawer({ orderId, refunds, ...drawer }: Props) {
  const isSending = useIsRefunding(orderId)
  return (
    <FormDrawer isSending={isSending} {...drawer}>
      <RefundDrawerForm
        orderId={orderId}
        refunds={refunds}
        onDone={drawer.onClose}
      />
    </FormDrawer>
  )
}
