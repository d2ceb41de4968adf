import { Drawer } from "@medusajs/ui"
import type { RefObject } from "react"
import type { AdminOrderRefundsResponse } from "../../types"
import { useIsRefunding } from "../hooks/use-create-order-refund"
import { RefundDrawerForm } from "./refund-drawer-form"

type Props = {
  orderId: string
  refunds: AdminOrderRefundsResponse
  open: boolean
  onClose: () => void
  /** What opened the drawer gets the focus back. */
  opener: RefObject<HTMLButtonElement>
}

/** Where the merchant says what goes back, and sees what that comes to. */
export function RefundDrawer(props: Props) {
  const { orderId, refunds, open, onClose, opener } = props
  // Closed meanwhile, nobody would see that the refund was refused.
  const isSending = useIsRefunding(orderId)
  return (
    <Drawer
      open={open}
      onOpenChange={(next) => !next && !isSending && onClose()}
    >
      <Drawer.Content
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          opener.current?.focus()
        }}
      >
        {open && (
          <RefundDrawerForm
            orderId={orderId}
            refunds={refunds}
            onDone={onClose}
          />
        )}
      </Drawer.Content>
    </Drawer>
  )
}
