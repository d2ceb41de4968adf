import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { DrawerForm } from "../../components/drawer-form"
import { FormError } from "../../components/form-error"
import type { RequestActions } from "../hooks/use-request-action"
import { requestErrorText } from "../lib/request-error"
import { CustomerText } from "./customer-text"

type Props = {
  request: RefundRequestDTO
  action: RequestActions
  onBack: () => void
  onDone: () => void
}

/** A question to the customer before the shop decides. */
export function AskForm({ request, action, onBack, onDone }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState("")
  const note = text.trim()
  const canSubmit = Boolean(note) && !action.isPending
  const submit = async () => {
    if (canSubmit && (await action.send({ action: "ask", body: { note } }))) {
      onDone()
    }
  }
  return (
    <DrawerForm
      title={t("refundRequests.ask.title")}
      description={t("refundRequests.ask.text", { email: request.email })}
      showDescription
      submitText={t("refundRequests.ask.submit")}
      canSubmit={canSubmit}
      isSending={action.isPending}
      onSubmit={() => void submit()}
      onBack={onBack}
    >
      {action.error && (
        <FormError message={requestErrorText(action.error, t)} />
      )}
      <CustomerText
        label={t("refundRequests.ask.question")}
        locale={request.locale}
        value={text}
        onChange={(value) => {
          action.reset()
          setText(value)
        }}
      />
    </DrawerForm>
  )
}
