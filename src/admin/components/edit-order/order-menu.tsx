import { EllipsisHorizontal, PencilSquare, XCircle } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import { useOrderToEdit } from "../../hooks/use-order-to-edit"
import { canEdit, isOnlyAuthorized } from "../../lib/order-edit-order"
import { ReleaseDrawer } from "../release/release-drawer"
import { EditOrderDrawer } from "./edit-order-drawer"

/**
 * The three dots of the widget: what changes an order and its money. Before the
 * capture an order is released; Medusa's edit would lose the authorisation.
 */
export function OrderMenu({ orderId }: { orderId: string }) {
  const { t } = useTranslation()
  const opener = useRef<HTMLButtonElement>(null)
  const [drawer, setDrawer] = useState<"edit" | "release" | null>(null)
  const { data: order } = useOrderToEdit(orderId)
  // An open drawer stays, to say what became of the order.
  if (!order || (!drawer && !canEdit(order))) {
    return null
  }
  const action = isOnlyAuthorized(order) ? "release" : "edit"
  const Icon = action === "edit" ? PencilSquare : XCircle
  const close = () => setDrawer(null)
  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton
            ref={opener}
            type="button"
            size="small"
            variant="transparent"
            aria-label={t("refundOrderEdit.menu.label")}
          >
            <EllipsisHorizontal aria-hidden />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          <DropdownMenu.Item
            className="gap-x-2"
            onSelect={() => setDrawer(action)}
          >
            <Icon className="text-ui-fg-subtle" aria-hidden />
            {t(
              action === "edit"
                ? "refundOrderEdit.menu.edit"
                : "refundRelease.menu"
            )}
          </DropdownMenu.Item>
        </DropdownMenu.Content>
      </DropdownMenu>
      <EditOrderDrawer
        order={order}
        open={drawer === "edit"}
        onClose={close}
        opener={opener}
      />
      <ReleaseDrawer
        order={order}
        open={drawer === "release"}
        onClose={close}
        opener={opener}
      />
    </>
  )
}
