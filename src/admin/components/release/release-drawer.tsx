import type { RefObject } from "react"
import { useTranslation } from "react-i18next"
import { useIsSending } from "../../hooks/use-sent-once"
import { FormDrawer } from "../form-drawer"
import { LoadedOrder } from "../loaded-order"
import { ReleaseForm } from "./release-form"

type Props = {
  orderId: string
  open: boolean
  onClose: () => void
  opener: RefObject<HTMLButtonElement>
}

/** The form of a release. */
export function ReleaseDrawer({ orderId, open, onClose, opener }: Props) {
  const { t } = useTranslation()
  const isSending = useIsSending(`/admin/orders/${orderId}/release`)
  return (
    <FormDrawer
      open={open}
      isSending={isSending}
      onClose={onClose}
      opener={opener}
    >
      <LoadedOrder orderId={orderId} title={t("refundRelease.title")}>
        {(order) => <ReleaseForm order={order} onDone={onClose} />}
      </LoadedOrder>
    </FormDrawer>
  )
}
