import { usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useTranslation } from "react-i18next"
import type { RefundRequestDTO } from "../../../types"
import { DrawerForm } from "../../components/drawer-form"
import { FormError } from "../../components/form-error"
import type { RequestActions } from "../hooks/use-request-action"
import { withGround, type InvalidGround } from "../lib/invalid-grounds"
import { requestErrorText } from "../lib/request-error"
import { CustomerText } from "./customer-text"
import { GroundField } from "./ground-field"

type Props = {
  request: RefundRequestDTO
  action: RequestActions
  onBack: () => void
  onDone: () => void
}

/** The shop says no; of a withdrawal, that the law gives no ground for it. */
export function DeclineForm({ request, action, onBack, onDone }: Props) {
  const { t } = useTranslation()
  const prompt = usePrompt()
  const [text, setText] = useState("")
  const [ground, setGround] = useState<InvalidGround | "">("")
  const isInvalid = request.kind === "withdrawal"
  const words = `refundRequests.${isInvalid ? "invalid" : "decline"}`
  const note = text.trim()
  const isComplete = Boolean(note) && (!isInvalid || ground !== "")
  const canSubmit = isComplete && !action.isPending

  /** In the customer's language, where the dashboard knows it. */
  const groundText = (each: InvalidGround | "") =>
    each && each !== "other"
      ? t(`refundRequests.invalid.text.${each}`, {
          ...(request.locale ? { lng: request.locale } : {}),
        })
      : ""
  const submit = async () => {
    if (!canSubmit) {
      return
    }
    const isSure = await prompt({
      title: t(`${words}.sure`, { number: String(request.display_id) }),
      description: t(`${words}.sureText`),
      confirmText: t(`${words}.submit`),
      cancelText: t("refunds.action.back"),
    })
    const body = { note, ...(isInvalid ? { as: "invalid" as const } : {}) }
    if (isSure && (await action.send({ action: "decline", body }))) {
      onDone()
    }
  }
  return (
    <DrawerForm
      title={t(`${words}.title`)}
      description={t(`${words}.description`, { email: request.email })}
      showDescription
      submitText={t(`${words}.submit`)}
      canSubmit={canSubmit}
      isSending={action.isPending}
      onSubmit={() => void submit()}
      onBack={onBack}
    >
      {action.error && (
        <FormError message={requestErrorText(action.error, t)} />
      )}
      {isInvalid && (
        <GroundField
          value={ground}
          onChange={(next) => {
            setText(withGround(text, groundText(ground), groundText(next)))
            setGround(next)
          }}
        />
      )}
      <CustomerText
        label={t(`${words}.note`)}
        locale={request.locale}
        autoFocus={!isInvalid}
        value={text}
        onChange={(value) => {
          action.reset()
          setText(value)
        }}
      />
    </DrawerForm>
  )
}
