import { Drawer } from "@medusajs/ui"
import type { ReactNode } from "react"
import { useTranslation } from "react-i18next"
import { useOrderToEdit } from "../hooks/use-order-to-edit"
import type { OrderToEdit } from "../lib/order-edit-order"
import { Loading, LoadFailed } from "./load-states"

type Props = {
  orderId: string
  /** Of the drawer that waits for the order. */
  title: string
  children: (order: OrderToEdit) => ReactNode
}

/** The form of a drawer, once the order is read: nobody needs it before. */
export function LoadedOrder({ orderId, title, children }: Props) {
  const { t } = useTranslation()
  const { data: order, isError, refetch } = useOrderToEdit(orderId)
  if (order) {
    return children(order)
  }
  return (
    <>
      <Drawer.Header>
        <Drawer.Title>{title}</Drawer.Title>
        <Drawer.Description className="sr-only">
          {t("refundOrderEdit.order.loading")}
        </Drawer.Description>
      </Drawer.Header>
      <Drawer.Body className="flex-1 p-0">
        {isError ? (
          <LoadFailed
            text={t("refundOrderEdit.order.loadFailed")}
            onRetry={() => void refetch()}
          />
        ) : (
          <Loading label={t("refundOrderEdit.order.loading")} />
        )}
      </Drawer.Body>
    </>
  )
}
