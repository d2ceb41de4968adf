import { usePrompt } from "@medusajs/ui"
import { useRef, useState } from "react"
import { useTranslation } from "react-i18next"
import type {
  AdminOrderRefundsResponse,
  OrderRefundAction,
  OrderRefundDTO,
} from "../../types"
import { useOrderRefundAction } from "../hooks/use-order-refund-action"
import { formatMoney } from "../lib/format-money"
import { ActionMenu } from "./action-menu"
import { AssignForm } from "./assign-form"
import { FormDrawer } from "./form-drawer"
import { ResolveForm } from "./resolve-form"
import { SettleForm } from "./settle-form"

type Props = { refund: OrderRefundDTO; refunds: AdminOrderRefundsResponse }

/** What can be done with a refund, and the drawers that some of it needs. */
export function RefundActions({ refund, refunds }: Props) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const opener = useRef<HTMLButtonElement>(null)
  const [drawer, setDrawer] = useState<"settle" | "assign" | "resolve" | null>(
    null
  )
  const action = useOrderRefundAction(refund)
  const { display_id: id, failed_amount, currency_code } = refund

  const confirm = async (name: "withdraw" | "cancel") => {
    const isSure = await prompt({
      title: t(`refunds.action.${name}.title`, { id }),
      description: t(`refunds.action.${name}.text`, {
        amount: formatMoney(failed_amount, currency_code),
      }),
      confirmText: t(`refunds.action.${name}.confirm`),
      cancelText: t("refunds.action.back"),
    })
    opener.current?.focus()
    if (isSure) {
      await action.send({ action: name, body: {} })
    }
  }
  const choose = (name: OrderRefundAction) => {
    action.reset()
    switch (name) {
      case "retry":
        return void action.send({ action: name, body: {} })
      case "withdraw":
      case "cancel":
        return void confirm(name)
      default:
        setDrawer(name)
    }
  }
  const close = () => setDrawer(null)
  return (
    <>
      <ActionMenu
        button={opener}
        label={t("refunds.action.menu", { id })}
        actions={refund.actions}
        disabled={action.isPending}
        onChoose={choose}
      />
      <FormDrawer
        open={drawer !== null}
        isSending={action.isPending}
        onClose={close}
        opener={opener}
      >
        {drawer === "settle" ? (
          <SettleForm refund={refund} action={action} onDone={close} />
        ) : drawer === "resolve" ? (
          <ResolveForm refund={refund} action={action} onDone={close} />
        ) : (
          <AssignForm
            refund={refund}
            refunds={refunds}
            action={action}
            onDone={close}
          />
        )}
      </FormDrawer>
    </>
  )
}
