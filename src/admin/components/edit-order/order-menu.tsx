import { EllipsisHorizontal, PencilSquare, XCircle } from "@medusajs/icons"
import { DropdownMenu, IconButton } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type { OrderAction } from "../../../types"
import { ReleaseDrawer } from "../release/release-drawer"
import { EditOrderDrawer } from "./edit-order-drawer"

type Props = {
  orderId: string
  /** What can be done with the order now. */
  actions: OrderAction[]
}

/** The three dots of the widget: what changes an order and its money. */
export function OrderMenu({ orderId, actions }: Props) {
  const { t } = useTranslation()
  const opener = useRef<HTMLButtonElement>(null)
  const [drawer, setDrawer] = useState<OrderAction | null>(null)
  // An open drawer stays, to say what became of the order.
  if (!actions.length && !drawer) {
    return null
  }
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
          {actions.map((action) => (
            <DropdownMenu.Item
              key={action}
              className="gap-x-2"
              onSelect={() => setDrawer(action)}
            >
              <Icon of={action} />
              {t(
                action === "edit"
                  ? "refundOrderEdit.menu.edit"
                  : "refundRelease.menu"
              )}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
      <EditOrderDrawer
        orderId={orderId}
        open={drawer === "edit"}
        onClose={close}
        opener={opener}
      />
      <ReleaseDrawer
        orderId={orderId}
        open={drawer === "release"}
        onClose={close}
        opener={opener}
      />
    </>
  )
}

const Icon = ({ of: action }: { of: OrderAction }) =>
  action === "edit" ? (
    <PencilSquare className="text-ui-fg-subtle" aria-hidden />
  ) : (
    <XCircle className="text-ui-fg-subtle" aria-hidden />
  )
